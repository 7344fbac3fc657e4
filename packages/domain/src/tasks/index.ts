export * from './outline.ts'
export * from './parse-outline.ts'
export * from './document-text.ts'
