import type { ReadingTask } from './read-apart.ts'

type Readers = Readonly<Record<string, (bytes: Uint8Array, name: string) => Promise<object>>>

/** Reads one file and ends. */
process.once('message', async ({ module, reader, bytes, name }: ReadingTask) => {
  const readers = (await import(module)) as Readers
  process.send?.(await readers[reader]?.(bytes, name), () => process.exit())
})
