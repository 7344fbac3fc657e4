import { countLearners } from './count-learners.ts'
import { listHours } from './list-hours.ts'
import { listLearners } from './list-learners.ts'
import { listPartWork } from './list-part-work.ts'
import { listWork } from './list-work.ts'
import { showClause } from './show-clause.ts'
import { showPanorama } from './show-panorama.ts'
import { sumHours } from './sum-hours.ts'
import { router } from '../trpc.ts'

export const panoramaRouter = router({
  countLearners,
  listHours,
  listLearners,
  listPartWork,
  listWork,
  showClause,
  showPanorama,
  sumHours,
})
