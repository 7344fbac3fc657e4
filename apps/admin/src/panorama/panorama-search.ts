import { societyCategoryWords, type SocietyCategory } from '@dangjian/domain/organisation'
import { learningStandingWords, type LearningStanding } from '@dangjian/domain/panorama'
import { assignmentStateWords, partStateWords, type AssignmentState, type PartState } from '@dangjian/domain/tasks'

/** What a panorama's address holds: the filter, so that a link shows a colleague the same. */
export interface PanoramaSearch {
  readonly year?: number | undefined
  readonly category?: SocietyCategory | undefined
  readonly section?: number | undefined
  readonly item?: number | undefined
  readonly quarter?: number | undefined
  readonly wall?: true | undefined
}

export interface WorkListSearch extends Omit<PanoramaSearch, 'wall'> {
  readonly state?: AssignmentState | undefined
  readonly overdue?: true | undefined
}

export interface LearnerListSearch extends Omit<PanoramaSearch, 'wall'> {
  readonly standing?: LearningStanding | undefined
}

export interface PartListSearch extends Omit<PanoramaSearch, 'wall'> {
  readonly tier?: 2 | 3 | undefined
  readonly parts?: PartState | undefined
}

/** An address as somebody typed it: what does not fit is left out. No schema, since the router needs this at once. */
type Address = Readonly<Record<string, unknown>>

function figure(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

function termOf<K extends string>(words: { readonly en: Readonly<Record<K, string>> }, value: unknown): K | undefined {
  return typeof value === 'string' && Object.hasOwn(words.en, value) ? (value as K) : undefined
}

export function panoramaSearch(address: Address): PanoramaSearch {
  return {
    year: figure(address.year, 2000, 2100),
    category: termOf(societyCategoryWords, address.category),
    section: figure(address.section, 0, 49),
    item: figure(address.item, 0, 999),
    quarter: figure(address.quarter, 1, 4),
    wall: address.wall === true || undefined,
  }
}

export function workListSearch(address: Address): WorkListSearch {
  return {
    ...sharedSearch(panoramaSearch(address)),
    state: termOf(assignmentStateWords, address.state),
    overdue: address.overdue === true || undefined,
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

export function hourListSearch(address: Address): Omit<PanoramaSearch, 'wall'> {
  return sharedSearch(panoramaSearch(address))
}

/** The filter as the server takes it, and the year beside it. */
export function filterOf({ year, category, section, item, quarter }: PanoramaSearch) {
  return { ...(year === undefined ? {} : { year }), filter: { category, section, item, quarter } }
}

/** The part of the address that every list behind a figure shares with the panorama. */
export function sharedSearch({ wall: _, ...shared }: PanoramaSearch): Omit<PanoramaSearch, 'wall'> {
  return shared
}
