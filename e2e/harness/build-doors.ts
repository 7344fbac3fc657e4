import path from 'node:path'
import { root } from './folders.ts'

/** Builds the pages of both doors where their sources have changed since they were last built. */
export async function buildDoors(): Promise<void> {
  const doors = (await import(path.join(root, 'scripts/doors.mjs'))) as { buildDoors(): Promise<boolean> }
  if (!(await doors.buildDoors())) throw new Error('The doors could not be built.')
}
