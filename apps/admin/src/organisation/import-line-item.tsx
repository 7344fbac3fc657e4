import type { ReactNode } from 'react'
import {
  SocietyCategory,
  societyCategoryWords,
  societyColumnWords,
  societyRowFaultWords,
  type SocietyColumn,
} from '@dangjian/domain/organisation'
import { IconAlertTriangle, IconCheck } from '@dangjian/ui/icons'
import { Select, Text, TextInput } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { ImportLine } from './organisation-data.ts'
import classes from './organisation.module.css'

type Cells = Partial<Record<SocietyColumn, string>>

interface ImportLineProps {
  readonly line: ImportLine
  readonly corrections: Cells | undefined
  readonly onCorrect: (cells: Cells) => void
  /** What must be decided about the line. */
  readonly decision: ReactNode
}

/** One line of the file: what it would do; where it is wrong, why, with its cells to be corrected. */
export function ImportLineItem({ line, corrections, onCorrect, decision }: ImportLineProps) {
  const t = useTexts('societyImport')
  const word = useWord()
  const category = SocietyCategory.safeParse(line.category)
  const editable = line.outcome === 'wrong' || corrections !== undefined
  const cell = (column: SocietyColumn): string =>
    corrections?.[column] ?? line.cells[column] ?? (column === 'code' ? line.code : column === 'name' ? line.name : '')
  const labelOf = (column: SocietyColumn) =>
    t('preview.correct', { line: line.line, column: word(societyColumnWords, column) })
  const shownCategory = (value: string): string =>
    SocietyCategory.safeParse(value).success
      ? word(societyCategoryWords, value as SocietyCategory)
      : value || t('preview.empty')
  return (
    <li>
      <div className={classes.row}>
        <Text size="sm" c="dimmed" className="tabular" style={{ flex: '0 0 5.5rem' }}>
          {t('preview.line', { line: line.line })}
        </Text>
        {editable ? null : (
          <div className={classes.rowWords}>
            <span className="tabular">{line.code}</span> {line.name}{' '}
            <Text component="span" size="sm" c="dimmed">
              {line.outcome === 'root'
                ? t('preview.root')
                : category.success
                  ? word(societyCategoryWords, category.data)
                  : ''}
            </Text>
          </div>
        )}
        {editable ? (
          <div className={classes.rowWords}>
            {line.faults.map(({ fault, other }) => (
              <div key={fault} className={classes.warning}>
                <IconAlertTriangle size={18} aria-hidden color="var(--tone-bad-mark)" />
                <span>
                  {word(
                    societyRowFaultWords,
                    fault,
                    other === undefined ? {} : { other: other === '' ? t('preview.empty') : other },
                  )}
                </span>
              </div>
            ))}
            {line.outcome === 'wrong' ? null : (
              <div className={classes.warning}>
                <IconCheck size={18} aria-hidden color="var(--tone-good-mark)" />
                <span>{line.outcome === 'root' ? t('preview.root') : t(`preview.${line.outcome}`)}</span>
              </div>
            )}
          </div>
        ) : null}
      </div>
      {line.changes.map(({ column, from, to }) => (
        <Text key={column} size="sm" ps={{ base: 0, xs: '6.5rem' }}>
          {t('preview.change', {
            column: word(societyColumnWords, column),
            from: column === 'category' ? shownCategory(from) : from || t('preview.empty'),
            to: column === 'category' ? shownCategory(to) : to,
          })}
        </Text>
      ))}
      {decision ? <div className={classes.decision}>{decision}</div> : null}
      {editable ? (
        <div className={classes.lineCells}>
          <TextInput
            aria-label={labelOf('code')}
            maxLength={200}
            value={cell('code')}
            onChange={(event) => onCorrect({ code: event.currentTarget.value })}
          />
          <TextInput
            aria-label={labelOf('name')}
            maxLength={200}
            value={cell('name')}
            onChange={(event) => onCorrect({ name: event.currentTarget.value })}
          />
          <Select
            aria-label={labelOf('category')}
            placeholder={cell('category') || word(societyColumnWords, 'category')}
            data={SocietyCategory.options.map((value) => ({ value, label: word(societyCategoryWords, value) }))}
            value={categoryIn(cell('category'), line)}
            onChange={(value) => onCorrect({ category: value ?? '' })}
          />
        </div>
      ) : null}
    </li>
  )
}

/** The category as the file or the correction has it: by its name in Chinese or by its key. */
function categoryIn(text: string, line: ImportLine): SocietyCategory | null {
  const byKey = SocietyCategory.safeParse(text)
  if (byKey.success) return byKey.data
  return (
    SocietyCategory.options.find((value) => societyCategoryWords['zh-CN'][value] === text.trim()) ??
    line.category ??
    null
  )
}
