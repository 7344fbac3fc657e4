import { localTimeOf, type Instant, type Language } from '@dangjian/domain/access'
import { memberStatusWords, postWords, unitKindWords } from '@dangjian/domain/organisation'
import {
  attemptClosedByWords,
  extraTimeWords,
  hourModeWords,
  hourReasonWords,
  lessonKindWords,
  questionKindWords,
  responseWords,
} from '@dangjian/domain/training'
import { csvText, type ExportCell } from '@dangjian/formats/organisation/table-export'
import type { MyData } from './my-data.ts'
import { positionWords, seenWords } from './my-data-progress.ts'
import { myDataWords, type MyDataTable } from './my-data-words.ts'

/** Names of the files and what is in them: all of it as JSON, each table as CSV, and a text that explains both. */
export function myDataFiles(data: MyData, language: Language): Record<string, string> {
  const { readme, readmeName, tables } = myDataWords[language]
  const rows = rowsOf(data, language)
  const named = Object.entries(tables) as [MyDataTable, (typeof tables)[MyDataTable]][]
  const list = named.map(([table, { name }]) => `${name}.csv  ${rows[table].length}`).join('\r\n')
  return {
    // With a byte order mark and Windows' line ends, as the tables: it is opened with whatever is at hand.
    [readmeName]: `\ufeff${readme.replace('{time}', localTimeOf(data.exportedAt)).replace('{list}', list)}\r\n`,
    'data.json': `${JSON.stringify(data, null, 2)}\n`,
    ...Object.fromEntries(
      named.map(([table, { name, columns }]) => [`${name}.csv`, csvText([columns, ...rows[table]])]),
    ),
  }
}

function rowsOf(data: MyData, language: Language): Record<MyDataTable, readonly (readonly ExportCell[])[]> {
  const { yes, no, right, partly, wrong } = myDataWords[language]
  const at = (instant: Instant | null): string | null => (instant === null ? null : localTimeOf(instant))
  const yesOrNo = (value: boolean | null): string | null => (value === null ? null : value ? yes : no)
  return {
    person: [[data.person.name, memberStatusWords[language][data.person.memberStatus], data.person.id]],
    units: data.units.map(({ name, kind, id }) => [name, unitKindWords[language][kind], id]),
    posts: data.posts.map(({ post, unitName, unitId }) => [postWords[language][post], unitName, unitId]),
    enrolments: data.enrolments.map((each) => [
      each.title,
      each.versionNumber,
      each.hours,
      at(each.startedAt),
      at(each.movedAt),
      at(each.passedAt),
      each.id,
    ]),
    progress: data.progress.map((each) => [
      each.courseTitle,
      each.lessonTitle,
      lessonKindWords[language][each.kind],
      positionWords(each, language),
      seenWords(each, language),
      at(each.doneAt),
      at(each.movedAt),
    ]),
    attempts: data.attempts.map((each) => [
      each.courseTitle,
      each.lessonTitle,
      each.number,
      at(each.startedAt),
      at(each.deadlineAt),
      at(each.closedAt),
      each.closedBy && attemptClosedByWords[language][each.closedBy],
      each.score,
      each.outOf,
      yesOrNo(each.passed),
      each.id,
    ]),
    answers: data.attempts.flatMap((attempt) =>
      attempt.answers.map(({ slot, asked, response, marks, outOf, savedAt }) => [
        attempt.courseTitle,
        attempt.lessonTitle,
        attempt.number,
        slot + 1,
        questionKindWords[language][asked.kind],
        asked.stem,
        responseWords(asked, response, language),
        marks === null ? null : marks >= outOf ? right : marks > 0 ? partly : wrong,
        marks,
        outOf,
        at(savedAt),
        attempt.id,
      ]),
    ),
    extraTimes: data.extraTimes.map((each) => [
      each.courseTitle,
      extraTimeWords[language][each.share],
      at(each.grantedAt),
    ]),
    hours: data.hours.map((each) => [
      each.cycle,
      each.sourceTitle,
      each.hours,
      hourModeWords[language][each.mode],
      hourReasonWords[language][each.reason],
      each.note,
      at(each.at),
      each.id,
    ]),
    certificates: data.certificates.map((each) => [
      each.number,
      each.courseTitle,
      each.personName,
      each.hours,
      each.issuerName,
      each.issuedOn,
      at(each.revokedAt),
      each.revokedReason,
      each.id,
    ]),
  }
}
