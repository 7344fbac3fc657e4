import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { ElectionStep, UnitForm, UnitKind } from '@dangjian/domain/organisation'
import { query } from '../trpc.ts'
import { electionsBeneath } from './elections-beneath.ts'

/** Elections beneath a unit that are under way, from their request to their filing: which step is next, and who has it. */
export const listElectionCourses = query({
  permission: 'organisation.list-election-courses',
  input: z.strictObject({ unitId: UnitId }),
  output: z.array(
    z.strictObject({
      id: UnitId,
      name: z.string(),
      kind: UnitKind,
      form: UnitForm.nullable(),
      stage: ElectionStep,
      stageOn: LocalDate,
      next: ElectionStep,
      holder: z.enum(['society', 'association', 'supportingUnit', 'other']),
      dueOn: LocalDate,
    }),
  ),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) =>
    (await electionsBeneath(db, input.unitId, today))
      .flatMap(({ id, name, kind, form, stage, stageOn, next, holder, term }) =>
        stage && stageOn && next && holder
          ? [{ id, name, kind, form, stage, stageOn, next, holder, dueOn: term.dueOn }]
          : [],
      )
      .toSorted((a, b) => (a.stageOn < b.stageOn ? -1 : 1)),
})
