import path from 'node:path'
import { root } from './folders.ts'

/** Builds the server and the pages of both doors where their sources have changed since they were last built. */
export async function buildProduct(): Promise<void> {
  const build = (await import(path.join(root, 'scripts/build.mjs'))) as { buildProduct(): Promise<boolean> }
  if (!(await build.buildProduct())) throw new Error('The product could not be built.')
}
