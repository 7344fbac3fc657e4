export * from './outline.ts'
export * from './parse-outline.ts'
