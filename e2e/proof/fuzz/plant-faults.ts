/** Loaded into the server by the self-test of the fuzz: one procedure for each fault that it must see. */
import { appRouter } from '@dangjian/api/router'

interface Asked {
  getRawInput(): Promise<unknown>
}
type Procedure = (asked: Asked) => Promise<unknown>

const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>

function plant(path: string, fault: (written: string, answer: () => Promise<unknown>) => Promise<unknown>): void {
  const sound = procedures[path]
  if (!sound) throw new Error(`There is no procedure ${path}.`)
  const faulty: Procedure = async (asked) => fault(JSON.stringify(await asked.getRawInput()) ?? '', () => sound(asked))
  procedures[path] = Object.assign(faulty, sound)
}

plant('organisation.search', (written, answer) => {
  if (written.includes('学')) throw new Error('a sign that nobody expected')
  return answer()
})
plant('training.showHome', async (_written, answer) => ({ ...((await answer()) as object), seed: 7 }))
plant('panorama.showPanorama', () => Promise.resolve({ hint: 'SqliteError: no such column: hours' }))
plant('tasks.findTasks', () => Promise.resolve({ tasks: [] }))
