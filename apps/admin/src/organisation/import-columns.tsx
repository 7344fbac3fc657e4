import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileId, UnitId } from '@dangjian/domain/access'
import { organisationRefusalWords, SocietyColumn, societyColumnWords } from '@dangjian/domain/organisation'
import { FailedFace, LoadingFace } from '@dangjian/ui/faces'
import { Alert, Button, Select, SimpleGrid, Stack, Table, Text } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { refusalOf, useRefusalWords, useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ImportHeading } from './import-heading.tsx'
import type { Columns } from './import-page.tsx'

interface ImportColumnsProps {
  readonly unitId: UnitId
  readonly fileId: FileId
  readonly onMatched: (columns: Columns) => void
  readonly onAgain: () => void
}

/** Which column of the file is what; what is needed and not told must be chosen. */
export function ImportColumns({ unitId, fileId, onMatched, onAgain }: ImportColumnsProps) {
  const t = useTexts('societyImport')
  const api = useApi()
  const word = useWord()
  const sayWhy = useRefusalWords(organisationRefusalWords)
  const [chosen, setChosen] = useState<Columns | null>(null)
  const matched = useQuery(api.organisation.matchSocietyColumns.queryOptions({ unitId, fileId }))
  if (matched.error && refusalOf(matched.error)) {
    return (
      <FailedFace title={t('unreadable')} act={<Button onClick={onAgain}>{t('again')}</Button>}>
        {sayWhy(matched.error)}
      </FailedFace>
    )
  }
  if (matched.error) return <TroubleFace error={matched.error} onRetry={() => void matched.refetch()} />
  if (!matched.data) return <LoadingFace shape="lines" />
  const { header, samples, needed, remembered, rows, fileName } = matched.data
  const columns = chosen ?? matched.data.columns
  const missing = needed.filter((column) => columns[column] === undefined)
  const used = Object.values(columns)
  const twice = used.find((index, place) => used.indexOf(index) !== place)
  const reason =
    missing.length > 0
      ? t('columns.missing', { columns: missing.map((column) => word(societyColumnWords, column)).join('、') })
      : twice !== undefined
        ? t('columns.twice', { column: header[twice] ?? '' })
        : null
  const choose = (column: SocietyColumn, value: string | null) => {
    const { [column]: _former, ...rest } = columns
    setChosen(value === null ? rest : { ...rest, [column]: Number(value) })
  }
  return (
    <Stack gap="md" component="section" aria-labelledby="import-columns">
      <div>
        <ImportHeading id="import-columns">{t('columns.title')}</ImportHeading>
        <Text size="sm" c="dimmed">
          {t('columns.lead', { file: fileName, count: rows })}
        </Text>
      </div>
      {remembered ? (
        <Alert color="gray" py="xs">
          {t('columns.remembered')}
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="md">
        {SocietyColumn.options.map((column) => (
          <Select
            key={column}
            label={word(societyColumnWords, column)}
            placeholder={t('columns.none')}
            required={needed.includes(column)}
            clearable
            data={header.map((name, index) => ({ value: String(index), label: `${index + 1}. ${name}` }))}
            value={columns[column] === undefined ? null : String(columns[column])}
            onChange={(value) => choose(column, value)}
          />
        ))}
      </SimpleGrid>
      <Table.ScrollContainer minWidth={Math.min(900, header.length * 140)} aria-label={t('columns.sample')}>
        <Table withTableBorder>
          <Table.Caption>{t('columns.sample')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {header.map((name, index) => (
                <Table.Th key={index} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {samples.map((cells, row) => (
              <Table.Tr key={row}>
                {header.map((_name, index) => (
                  <Table.Td key={index}>{cells[index]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ReasonedButton style={{ alignSelf: 'flex-start' }} reason={reason} onClick={() => onMatched(columns)}>
        {t('columns.next')}
      </ReasonedButton>
    </Stack>
  )
}
