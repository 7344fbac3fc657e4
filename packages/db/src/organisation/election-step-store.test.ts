import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import type { ElectionStep } from '@dangjian/domain/organisation'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import {
  insertElectionStep,
  listElectionSteps,
  listElectionStepsBeneath,
  saveElectionStepWithdrawn,
} from './election-step-store.ts'
import { findLastElection, insertElection, listUnitsWithElection } from './election-store.ts'
import { insertPerson } from './person-store.ts'
import { insertUnit } from './unit-store.ts'

const newId = <Id extends string>(): Id => randomUUID() as Id
const society = newId<UnitId>()
const branch = newId<UnitId>()
const by = newId<PersonId>()

describeStores('the steps of an election', (open) => {
  let database: EmptyDatabase
  beforeAll(async () => {
    database = await open()
    await database.storage.transact(async (tx) => {
      const unit = {
        societyId: society,
        code: null,
        category: null,
        affiliation: null,
        state: 'active',
        stateOn: '2020-01-01',
        foundedOn: '2020-01-01',
        endedOn: null,
        mergedIntoId: null,
        seq: 0,
        rev: 1,
        createdAt: 0,
      } as const
      await insertUnit(tx, {
        ...unit,
        id: society,
        kind: 'society',
        tier: null,
        parentId: null,
        name: '学会',
        form: null,
      })
      const own = { kind: 'officePartyOrganisation', tier: 2, parentId: society, name: '支部', form: 'branch' } as const
      await insertUnit(tx, { ...unit, ...own, id: branch })
      await insertPerson(tx, { id: by, name: '记录人', memberStatus: 'full', rev: 1, createdAt: 0 })
    })
  })
  afterAll(() => database.close())

  const keep = (seq: number, step: ElectionStep, electionId: string | null = null) =>
    database.storage.transact((tx) =>
      insertElectionStep(tx, {
        id: newId(),
        unitId: branch,
        seq,
        step,
        happenedOn: '2026-05-01',
        recordedAt: 7,
        recordedBy: by,
        documentNo: '云党〔2026〕1号',
        documentFileId: null,
        note: null,
        electionId,
      }),
    )

  it('come back in the order taken, and from above', async () => {
    await keep(1, 'request')
    await keep(2, 'reply')
    const { read } = database.storage
    expect(await listElectionSteps(read, branch)).toMatchObject([
      { step: 'request', recordedByName: '记录人', withdrawnAt: null, entitled: null },
      { step: 'reply', documentNo: '云党〔2026〕1号' },
    ])
    expect((await listElectionStepsBeneath(read, society)).map((each) => each.step)).toEqual(['request', 'reply'])
  })

  it('take no second step in the same place', async () => {
    await expect(keep(2, 'vet')).rejects.toThrow()
  })

  it('stay when withdrawn, and an election whose result is withdrawn counts no more', async () => {
    const electionId = newId<string>()
    const counted = { entitled: 9, present: 8, issued: 8, returned: 8, valid: 8, places: 3, candidates: 4 }
    await database.storage.transact((tx) =>
      insertElection(tx, {
        id: electionId,
        unitId: branch,
        heldOn: '2026-05-01',
        ...counted,
        excluded: 0,
        excludedReason: null,
        votes: [],
        postChanges: null,
        documentNo: null,
        documentFileId: null,
      }),
    )
    await keep(3, 'result', electionId)
    const { read } = database.storage
    const electedOn = async () => (await listUnitsWithElection(read, society)).map((each) => each.electedOn)
    expect((await findLastElection(read, branch, '2026-06-01'))?.id).toBe(electionId)
    expect(await electedOn()).toEqual(['2026-05-01'])
    const result = (await listElectionSteps(read, branch)).at(-1)
    if (!result) throw new Error('The result is gone')
    expect(result).toMatchObject({ entitled: 9, present: 8, valid: 8 })
    await database.storage.transact((tx) => saveElectionStepWithdrawn(tx, result, { at: 9, by, reason: '票数抄错' }))
    expect((await listElectionSteps(read, branch)).at(-1)).toMatchObject({
      withdrawnAt: 9,
      withdrawnByName: '记录人',
      withdrawnReason: '票数抄错',
    })
    expect(await findLastElection(read, branch, '2026-06-01')).toBeUndefined()
    expect(await electedOn()).toEqual([null])
  })
})
