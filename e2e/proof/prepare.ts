import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { buildProduct } from '../harness/build-product.ts'
import { writeDemo } from '../harness/demo.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the demo, on which no server runs: to be copied. */
    demo: string
  }
}

/** Vitest's global set-up: the product is built, and the demo is written once for all short forms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildProduct()
  const demo = await writeDemo()
  project.provide('demo', demo)
  return () => rm(demo, { recursive: true, force: true })
}
