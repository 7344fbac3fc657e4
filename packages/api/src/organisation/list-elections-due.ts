import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { termStanding, UnitForm, UnitKind } from '@dangjian/domain/organisation'
import { listUnitsWithElection } from '@dangjian/db/organisation/election-store'
import { query } from '../trpc.ts'

/** Units beneath a unit whose term ends within twelve months or has ended, the most urgent first. */
export const listElectionsDue = query({
  permission: 'organisation.list-elections-due',
  input: z.strictObject({ unitId: UnitId }),
  output: z.array(
    z.strictObject({
      id: UnitId,
      name: z.string(),
      kind: UnitKind,
      form: UnitForm.nullable(),
      electedOn: LocalDate.nullable(),
      /** The day on which the present term began. */
      fromOn: LocalDate,
      dueOn: LocalDate,
      standing: z.enum(['due12', 'due6', 'due3', 'overdue']),
    }),
  ),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const units = await listUnitsWithElection(db, input.unitId)
    return units
      .flatMap(({ id, name, kind, form, foundedOn, electedOn }) => {
        const term = termStanding({ form, foundedOn }, electedOn, today)
        return term && term.standing !== 'running'
          ? [
              {
                id,
                name,
                kind,
                form,
                electedOn,
                fromOn: electedOn ?? foundedOn ?? term.dueOn,
                dueOn: term.dueOn,
                standing: term.standing,
              },
            ]
          : []
      })
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  },
})
