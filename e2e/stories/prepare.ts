import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../harness/chromium.ts'
import { root } from '../harness/folders.ts'

/** Vitest's global set-up: Storybook built, browser unpacked. */
export default async function setup(project: TestProject): Promise<void> {
  const { buildStories } = (await import(path.join(root, 'scripts/build.mjs'))) as { buildStories(): Promise<boolean> }
  if (!(await buildStories())) throw new Error('The stories could not be built.')
  project.provide('chromium', await findChromium())
}
