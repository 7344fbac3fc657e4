import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
/** What may be thrown away and comes again by itself. */
export const cacheFolder = path.join(root, '.cache')
/** What a run leaves to be looked at: results, pictures of failures, the servers' own words. */
export const resultsFolder = path.join(root, '.results')
