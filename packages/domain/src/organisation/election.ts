import { allow, refuse, type Decision, type Warning } from '../access/decision.ts'
import type { PersonId } from '../access/id.ts'
import { addMonths, type LocalDate } from '../access/time.ts'
import type { Term } from './term.ts'

/** Who stood, and with how many votes; without an id where the person is not of the unit yet. */
export interface Candidate {
  readonly name: string
  readonly personId: PersonId | null
  readonly votes: number
}

/** What a meeting counted. All are numbers of people or ballots. */
export interface ElectionCount<C extends Candidate = Candidate> {
  /** Entitled to vote, less those excluded with a reason. */
  readonly entitled: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly places: number
  readonly candidates: number
  /** Every candidate, also one without a vote. */
  readonly votes: readonly C[]
}

export type ElectionRefusal =
  | 'election-too-few-present'
  | 'election-more-present-than-entitled'
  | 'election-more-ballots-than-present'
  | 'election-more-valid-than-returned'
  | 'election-more-votes-than-valid'
  | 'election-more-returned-than-issued'
  | 'election-too-few-candidates'
  | 'election-candidates-unlisted'
  | 'election-candidate-twice'
  | 'election-votes-tied'
  | 'election-nobody-elected'

/**
 * Whether an election is valid (r, 《中国共产党基层组织选举工作条例》): four fifths of those entitled are present, no more ballots
 * came back than went out, candidates exceed the places by a fifth at least, and it is certain who is elected.
 */
export function decideElection<C extends Candidate>(
  count: ElectionCount<C>,
): Decision<ElectionCount<C>, ElectionRefusal> {
  const needed = Math.ceil((count.entitled * 4) / 5)
  if (count.present > count.entitled) return refuse('election-more-present-than-entitled', { entitled: count.entitled })
  if (count.present < needed) return refuse('election-too-few-present', { present: count.present, needed })
  if (count.issued > count.present) return refuse('election-more-ballots-than-present')
  if (count.returned > count.issued) return refuse('election-more-returned-than-issued')
  if (count.valid > count.returned) return refuse('election-more-valid-than-returned')
  const candidates = count.places + Math.ceil(count.places / 5)
  if (count.candidates < candidates) return refuse('election-too-few-candidates', { needed: candidates })
  if (count.votes.length !== count.candidates)
    return refuse('election-candidates-unlisted', { listed: count.votes.length, candidates: count.candidates })
  const twice = count.votes.find((each, index) => count.votes.slice(0, index).some((other) => isSame(each, other)))
  if (twice) return refuse('election-candidate-twice', { name: twice.name })
  const over = count.votes.find((each) => each.votes > count.valid)
  if (over) return refuse('election-more-votes-than-valid', { name: over.name, valid: count.valid })
  const majority = withMajority(count)
  if (majority.length === 0) return refuse('election-nobody-elected')
  const [last, next] = [majority[count.places - 1], majority[count.places]]
  if (last && last.votes === next?.votes) return refuse('election-votes-tied', { votes: last.votes })
  return allow(count)
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.personId === other.personId && (one.personId !== null || one.name === other.name)
}

function withMajority<C extends Candidate>({ votes, entitled }: ElectionCount<C>): C[] {
  return votes.filter((each) => isElected(each.votes, entitled)).toSorted((a, b) => b.votes - a.votes)
}

/** Who is elected: those with a majority, and where they are more than the places those with most votes (r). */
export function electedOf<C extends Candidate>(count: ElectionCount<C>): C[] {
  return withMajority(count).slice(0, count.places)
}

export type ElectionWarning =
  | 'election-places-left'
  | 'election-needs-delegates'
  | 'election-held-late'
  | 'election-held-early'
  | 'election-moved-far'

/** Figures of 《中国共产党基层组织选举工作条例》 (r). */
export const DELEGATES_FROM = 500
/** Ours (d): an election more than so many months before the term ends counts as early. */
export const EARLY_MONTHS = 6
/** An election is delayed by at most so many months, as a rule (r). */
export const DELAY_MONTHS = 12

/** An approval that moves an election further than usual is named; what the superior approved holds all the same. */
export function moveWarnings(untilOn: LocalDate, endsOn: LocalDate): Warning<ElectionWarning>[] {
  const usual = addMonths(endsOn, DELAY_MONTHS)
  return untilOn > usual ? [{ warning: 'election-moved-far', detail: { date: usual } }] : []
}

/** What an election departs from and the superior may approve: it is named and never blocks. */
export function electionWarnings(
  election: {
    readonly entitled: number
    readonly heldOn: LocalDate
    readonly places?: number | undefined
    /** How many were elected, once that is known. */
    readonly elected?: number | undefined
  },
  term: Pick<Term, 'endsOn' | 'dueOn'> | null,
): Warning<ElectionWarning>[] {
  const warnings: Warning<ElectionWarning>[] = []
  const { elected, places = 0 } = election
  if (elected !== undefined && elected < places)
    warnings.push({ warning: 'election-places-left', detail: { elected, places } })
  if (election.entitled >= DELEGATES_FROM)
    warnings.push({ warning: 'election-needs-delegates', detail: { from: DELEGATES_FROM } })
  if (!term) return warnings
  // An election that was moved may be held from the earlier of the two days on, until the later.
  const [earlier, later] = [term.endsOn, term.dueOn].toSorted() as [LocalDate, LocalDate]
  if (election.heldOn > later) warnings.push({ warning: 'election-held-late', detail: { date: later } })
  if (election.heldOn < addMonths(earlier, -EARLY_MONTHS))
    warnings.push({ warning: 'election-held-early', detail: { date: earlier } })
  return warnings
}

/** Elected is who has more than half of all entitled, not of those present (r). */
export function isElected(votes: number, entitled: number): boolean {
  return votes * 2 > entitled
}

/** A resolution is another rule: half are present, and more than half of all entitled agree (r). */
export function isAdopted(count: {
  readonly entitled: number
  readonly present: number
  readonly agreed: number
}): boolean {
  return count.present * 2 >= count.entitled && count.agreed * 2 > count.entitled
}
