import path from 'node:path'
import { root } from './paths.mjs'

/**
 * What Node is told to run the server that was built (`build.mjs`). Left to itself, V8 lets what is young grow until it
 * holds a hundred MiB that nothing needs, and what is old to several times what is in use before it collects it. How large
 * the heap may become is left to V8.
 */
export const serverCommand = ({ fromSources = false } = {}) => [
  '--max-semi-space-size=4',
  '--heap-growing-percent=15',
  path.join(root, fromSources ? 'apps/server/src/main.ts' : 'apps/server/dist/main.mjs'),
]

/**
 * Glibc keeps a heap for each thread that ever asked for memory, and gives none of them back: two are enough. It also keeps
 * what large pieces were made of (a password's hash takes 19 MiB) unless it is told from which size on to give them back.
 */
const GIVEN_BACK_FROM = String(2 ** 20)
export const serverEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: GIVEN_BACK_FROM,
  MALLOC_TRIM_THRESHOLD_: GIVEN_BACK_FROM,
}
