import { societyCategoryWords, type SocietyCategory } from '@dangjian/domain/organisation'
import { learningStandingWords, type LearningStanding } from '@dangjian/domain/panorama'
import { assignmentStateWords, partStateWords, type AssignmentState, type PartState } from '@dangjian/domain/tasks'
import { figureOf, flagOf, partOf, termOf, yearOf, type Address } from '@dangjian/door/address'

/** What a panorama's address holds: the filter, so that a link shows a colleague the same. */
export interface PanoramaSearch {
  readonly year?: number | undefined
  readonly category?: SocietyCategory | undefined
  readonly section?: number | undefined
  readonly item?: number | undefined
  readonly quarter?: number | undefined
  readonly wall?: true | undefined
}

/** A panorama's address as a list keeps it, to lead back. */
export type PanoramaFrom = Omit<PanoramaSearch, 'wall'>

export interface WorkListSearch extends PanoramaFrom {
  /** The panorama that it was opened from, where the figure was cut further than the page. */
  readonly from?: PanoramaFrom | undefined
  readonly state?: AssignmentState | undefined
  readonly overdue?: true | undefined
}

export interface LearnerListSearch extends PanoramaFrom {
  readonly standing?: LearningStanding | undefined
}

export interface PartListSearch extends PanoramaFrom {
  readonly tier?: 2 | 3 | undefined
  readonly parts?: PartState | undefined
}

export function panoramaSearch(address: Address): PanoramaSearch {
  return {
    year: yearOf(address.year),
    category: termOf(societyCategoryWords, address.category),
    section: figureOf(address.section, 0, 49),
    item: figureOf(address.item, 0, 999),
    quarter: figureOf(address.quarter, 1, 4),
    wall: flagOf(address.wall),
  }
}

export function workListSearch(address: Address): WorkListSearch {
  return {
    ...sharedSearch(panoramaSearch(address)),
    state: termOf(assignmentStateWords, address.state),
    overdue: flagOf(address.overdue),
    from: panoramaFrom(address.from),
  }
}

export function learnerListSearch(address: Address): LearnerListSearch {
  return { ...sharedSearch(panoramaSearch(address)), standing: termOf(learningStandingWords, address.standing) }
}

export function partListSearch(address: Address): PartListSearch {
  const { tier } = address
  return {
    ...sharedSearch(panoramaSearch(address)),
    tier: tier === 2 || tier === 3 ? tier : undefined,
    parts: termOf(partStateWords, address.parts),
  }
}

export function hourListSearch(address: Address): PanoramaFrom {
  return sharedSearch(panoramaSearch(address))
}

export function panoramaFrom(value: unknown): PanoramaFrom | undefined {
  const address = partOf(value)
  return address && sharedSearch(panoramaSearch(address))
}

/** The filter as the server takes it, and the year beside it. */
export function filterOf({ year, category, section, item, quarter }: PanoramaSearch) {
  return { ...(year === undefined ? {} : { year }), filter: { category, section, item, quarter } }
}

/** The part of the address that every list behind a figure shares with the panorama. */
export function sharedSearch({ wall: _, ...shared }: PanoramaSearch): PanoramaFrom {
  return shared
}
