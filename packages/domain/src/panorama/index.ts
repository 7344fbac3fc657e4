export * from './panorama-filter.ts'
export * from './society-standing.ts'
export * from './week.ts'
export * from './words.ts'
