import {
  memberStatusWords,
  societyCategoryWords,
  termStandingWords,
  unitStateWords,
  type MemberStatus,
  type SocietyCategory,
  type TermStanding,
  type UnitState,
} from '@dangjian/domain/organisation'
import type { FileId, UnitId } from '@dangjian/domain/access'
import { dayOf, flagOf, idOf, partOf, searchOf, termOf, type Address } from '@dangjian/door/address'

/** What the address of the list of societies holds, so that a link shows a colleague the same. */
export interface SocietySearch {
  readonly search?: string | undefined
  readonly category?: SocietyCategory | undefined
  readonly state?: UnitState | undefined
  readonly lackingTier?: 1 | 2 | 3 | undefined
  readonly asOn?: string | undefined
  /** The panorama's address, where one of its figures led here. */
  readonly from?: Address | undefined
}

export function societySearch(address: Address): SocietySearch {
  const { lackingTier } = address
  return {
    search: searchOf(address.search),
    category: termOf(societyCategoryWords, address.category),
    state: termOf(unitStateWords, address.state),
    lackingTier: lackingTier === 1 || lackingTier === 2 || lackingTier === 3 ? lackingTier : undefined,
    asOn: dayOf(address.asOn),
    from: partOf(address.from),
  }
}

let lastSeen: SocietySearch | null = null

/** The list of societies as it was left: a unit's page leads back to the same filters. */
export const listSeenLast = (): SocietySearch | null => lastSeen
export function rememberList(search: SocietySearch): void {
  lastSeen = search
}

/** Coverage and a unit's page: as of which day. */
export function daySearch(address: Address): { asOn?: string | undefined } {
  return { asOn: dayOf(address.asOn) }
}

export interface PeopleSearch {
  readonly search?: string | undefined
  /** Of this unit and those beneath it. */
  readonly unit?: UnitId | undefined
  readonly status?: MemberStatus | undefined
}

export function peopleSearch(address: Address): PeopleSearch {
  return {
    search: searchOf(address.search),
    unit: idOf(address.unit),
    status: termOf(memberStatusWords, address.status),
  }
}

export interface ElectionSearch {
  readonly standing?: Exclude<TermStanding, 'running'> | undefined
  /** Vacant posts instead of terms. */
  readonly vacant?: true | undefined
  /** Elections under way instead of terms. */
  readonly underWay?: true | undefined
}

export function electionSearch(address: Address): ElectionSearch {
  const standing = termOf(termStandingWords, address.standing)
  return {
    standing: standing === 'running' ? undefined : standing,
    vacant: flagOf(address.vacant),
    underWay: flagOf(address.underWay),
  }
}

/** An import on its way: the uploaded file, and the receipt when it is done. */
export interface ImportSearch {
  readonly file?: FileId | undefined
  readonly receipt?: string | undefined
}

export function importSearch(address: Address): ImportSearch {
  return { file: idOf(address.file), receipt: idOf(address.receipt) }
}
