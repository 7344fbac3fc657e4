import fc from 'fast-check'
import { Asker, type Answer } from './asker.ts'
import type { IdPool } from './id-pool.ts'
import { written } from './mutated-input.ts'
import { listProcedures, type Procedure } from './procedures.ts'

const ACCOUNTS = 'plan leader society cadre office group trainer dean learner security auditor operator'.split(' ')

const uploads = [
  ['要点.txt', '一、加强政治建设\n1.开展主题教育。\n2.组织学习。\n', 'import'],
  ['学会.csv', '编号,学会名称,类别\nA-01,中国数学会,理科\nA-02,,工科\n', 'import'],
  ['材料.pdf', '%PDF-1.4\n%%EOF\n', 'evidence'],
] as const

/** Every account of the demo. */
export function askersOf(url: string): Asker[] {
  return ACCOUNTS.map((name) => new Asker(url, name))
}

export function isMeantFor({ roles }: Procedure, asker: Asker): boolean {
  return roles.length === 0 || asker.roles.some((role) => roles.includes(role))
}

/** Everyone signs in, uploads something, and looks around: what one answer names the next question asks for. */
export async function lookAround(
  askers: readonly Asker[],
  pool: IdPool,
  inputOf: (procedure: Procedure) => fc.Arbitrary<unknown>,
  rounds = 3,
): Promise<void> {
  const session = listProcedures().find(({ path: name }) => name === 'access.session') as Procedure
  for (const asker of askers) {
    if (!(await asker.signIn())) throw new Error(`${asker.name} could not sign in.`)
    const [answer] = await asker.ask(session, [''])
    const { person, grants } = (answer as Answer).data as {
      person: { id: string }
      grants: { id: string; role: string; unitId: string }[]
    }
    asker.unitId = grants[0]?.unitId
    asker.roles = grants.map(({ role }) => role)
    for (const { id } of [person, ...grants]) pool.protect(id)
    for (const [name, content, purpose] of uploads) {
      const fileId = await asker.upload(name, content, purpose)
      if (fileId) pool.add('FileId', fileId)
    }
  }
  await spareAccounts(askers, pool)
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all(
      listProcedures().map(async (procedure) => {
        if (procedure.type === 'mutation') return
        const inputs = fc.sample(inputOf(procedure), { numRuns: 5, seed: round }).map(written)
        for (const asker of askers.filter((each) => isMeantFor(procedure, each)).slice(0, 3)) {
          const answers = await asker.ask(procedure, inputs)
          for (const { data } of answers) pool.harvest(procedure.output, data)
        }
      }),
    )
  }
}

/** A command must not disable whoever asks, or give them another password. */
async function spareAccounts(askers: readonly Asker[], pool: IdPool): Promise<void> {
  const accounts = listProcedures().find(({ path: name }) => name === 'access.listAccounts') as Procedure
  const operator = askers.find(({ name }) => name === 'operator') as Asker
  for (const answer of await operator.ask(
    accounts,
    ACCOUNTS.map((search) => written({ unitId: operator.unitId, search })),
  )) {
    for (const { id } of (answer.data as { rows: { id: string }[] }).rows) pool.protect(id)
  }
}
