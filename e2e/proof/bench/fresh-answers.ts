/** Loaded into the servers of `bench --tenfold` before all else: no answer is kept, so that each costs its own work. */
import { KeptAnswers } from '@dangjian/api/kept-answers'

KeptAnswers.prototype.answer = (_versions, _key, ask) => ask()
