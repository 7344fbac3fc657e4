import type { PersonId } from '../access/id.ts'
import { localDateOf, type Instant, type LocalDate } from '../access/time.ts'
import type { CourseContent } from './course.ts'
import { lessonsOf } from './course.ts'
import type { HourEntry, HourEntryId, HourMode } from './hour-entry.ts'

/** What was studied, as far as a table of conversion asks. */
export type StudyItem =
  | { readonly kind: 'online'; readonly minutes: number }
  | { readonly kind: 'test' }
  | { readonly kind: 'class'; readonly halfDays: number }

/**
 * A dated table of conversion (学时认定规则). There is no national rule of minutes: a school branch follows its
 * superior's table. Its version is its first day.
 */
export interface CreditRule {
  readonly version: LocalDate
  readonly source: Readonly<Record<'zh-CN' | 'en', string>>
  /** `as-published`: a course is worth what its version says. Else by the length of each item, longest step first. */
  readonly online: 'as-published' | readonly { readonly minutes: number; readonly hours: number }[]
  readonly test: number
  readonly classHalfDay: number
}

/** Ours (d): online courses count what their version says, classes eight hours a day. */
export const defaultCreditRule: CreditRule = {
  version: '2026-01-01',
  source: { 'zh-CN': '按课程标明的学时计', en: 'the hours that the course states' },
  online: 'as-published',
  test: 0,
  classHalfDay: 4,
}

/** A province's table, as an example of another rule: by minutes of each item, its test half an hour. */
export const exampleCreditRule: CreditRule = {
  version: '2025-01-01',
  source: { 'zh-CN': '某省网络学习学时折算办法（示例）', en: "A province's table (an example)" },
  online: [
    { minutes: 30, hours: 1 },
    { minutes: 15, hours: 0.5 },
    { minutes: 0, hours: 0.25 },
  ],
  test: 0.5,
  classHalfDay: 4,
}

/** The rule that holds on a day: the latest that had begun. */
export function creditRuleOn(rules: readonly CreditRule[], date: LocalDate): CreditRule {
  const begun = rules.filter(({ version }) => version <= date).toSorted((a, b) => (a.version < b.version ? -1 : 1))
  return begun.at(-1) ?? defaultCreditRule
}

/** Hours of some study under a rule; null where the rule leaves it to what was published. */
export function convertHours(rule: CreditRule, items: readonly StudyItem[]): number | null {
  let sum = 0
  for (const item of items) {
    if (item.kind === 'class') sum += item.halfDays * rule.classHalfDay
    else if (rule.online === 'as-published') return null
    else if (item.kind === 'test') sum += rule.test
    else sum += rule.online.find(({ minutes }) => item.minutes >= minutes)?.hours ?? 0
  }
  return sum
}

/** Reading speed for estimating a text's length (d): characters a minute. */
const READ_A_MINUTE = 300

/** What a course consists of, as a table of conversion sees it: each lesson by its length. */
export function studyItemsOf(content: CourseContent): StudyItem[] {
  return lessonsOf(content).map(({ lesson }): StudyItem => {
    switch (lesson.kind) {
      case 'quiz':
        return { kind: 'test' }
      case 'text':
        return { kind: 'online', minutes: Math.ceil(JSON.stringify(lesson.body).length / READ_A_MINUTE) }
      case 'pdf':
        return { kind: 'online', minutes: lesson.pages * 2 }
      default:
        return { kind: 'online', minutes: lesson.seconds / 60 }
    }
  })
}

/** The year that a day's study counts for (年度学习周期). A new year opens a new cycle; nothing is reset. */
export function cycleOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** What makes a source count once for a person in a cycle: unique in the ledger. */
export function courseOnceKey(personId: PersonId, cycle: number, courseId: string): string {
  return `${personId}:${cycle}:course:${courseId}`
}

/** What makes a mistake be mended once, and replaced once. */
export function correctionOnceKey(id: HourEntryId, part: 'counter' | 'replacement' = 'counter'): string {
  return part === 'counter' ? `correction:${id}` : `corrected:${id}`
}

/** The entry that a passed course makes. */
export function courseEntry(
  passed: Pick<HourEntry, 'id' | 'personId' | 'sourceId' | 'sourceTitle' | 'hours'>,
  now: Instant,
): HourEntry {
  const today = localDateOf(now)
  return {
    ...passed,
    cycle: cycleOf(today),
    mode: 'online',
    sourceKind: 'course',
    ruleVersion: creditRuleOn([defaultCreditRule], today).version,
    reason: 'course-passed',
    correctsId: null,
    note: null,
    at: now,
  }
}

/** Mends an entry without touching it: its opposite, which names it. */
export function counterEntry(entry: HourEntry, id: HourEntryId, note: string, now: Instant): HourEntry {
  return { ...entry, id, hours: -entry.hours, reason: 'correction', correctsId: entry.id, note, at: now }
}

export interface HourSum {
  readonly total: number
  readonly byMode: Readonly<Record<HourMode, number>>
}

/**
 * What the ledger comes to for a cycle, as of any day, and under any rule: `under` gives an entry's hours by another
 * table, or null to leave it as entered.
 */
export function sumHours(
  entries: readonly HourEntry[],
  cycle: number,
  asOf?: LocalDate,
  under?: (entry: HourEntry) => number | null,
): HourSum {
  const byMode: Record<HourMode, number> = { online: 0, class: 0 }
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of entries) {
    if (entry.cycle !== cycle || (asOf !== undefined && localDateOf(entry.at) > asOf)) continue
    const corrected = entry.correctsId ? known.get(entry.correctsId) : undefined
    const other = under?.(corrected ?? entry) ?? null
    byMode[entry.mode] += other === null ? entry.hours : corrected ? -other : other
  }
  return { total: byMode.online + byMode.class, byMode }
}
