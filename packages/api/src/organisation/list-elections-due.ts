import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { ElectionStep, UnitForm, UnitKind } from '@dangjian/domain/organisation'
import { query } from '../trpc.ts'
import { electionsBeneath } from './elections-beneath.ts'

/** Units beneath a unit whose election is due within twelve months or was due, the most urgent first. */
export const listElectionsDue = query({
  permission: 'organisation.list-elections-due',
  kept: 'report',
  input: z.strictObject({ unitId: UnitId }),
  output: z.array(
    z.strictObject({
      id: UnitId,
      name: z.string(),
      kind: UnitKind,
      form: UnitForm.nullable(),
      societyId: UnitId.nullable(),
      electedOn: LocalDate.nullable(),
      /** The day on which the present term began. */
      fromOn: LocalDate,
      dueOn: LocalDate,
      standing: z.enum(['due12', 'due6', 'due3', 'overdue']),
      /** The last step of the election that runs; null before its request. */
      stage: ElectionStep.nullable(),
    }),
  ),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) =>
    (await electionsBeneath(db, input.unitId, today))
      .flatMap(({ id, name, kind, form, societyId, foundedOn, electedOn, term: { dueOn, standing }, stage }) =>
        standing === 'running'
          ? []
          : [
              {
                id,
                name,
                kind,
                form,
                societyId,
                electedOn,
                fromOn: electedOn ?? foundedOn ?? dueOn,
                dueOn,
                standing,
                stage,
              },
            ],
      )
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
})
