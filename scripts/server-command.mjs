import path from 'node:path'
import { root } from './paths.mjs'

/**
 * What Node is told to run the server that was built (`build.mjs`). Left to itself, V8 lets what is young grow until it
 * holds a hundred MiB that nothing needs. How large the heap may become is left to V8.
 */
export const serverCommand = ({ fromSources = false } = {}) => [
  '--max-semi-space-size=4',
  path.join(root, fromSources ? 'apps/server/src/main.ts' : 'apps/server/dist/main.mjs'),
]

/** Glibc keeps a heap for each thread that ever asked for memory, and gives none of them back: two are enough. */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' }
