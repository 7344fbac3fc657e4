import { useNavigate } from '@tanstack/react-router'
import { DataTable, type DataColumn, type DataTableProps } from '@dangjian/ui/data-table'
import { useTexts } from '../app/texts.ts'
import { UnitLink } from './unit-link.tsx'

/** Units, each a row that leads to its page, and what is to be said of each. */
export function UnitTable<Row extends { readonly id: string; readonly name: string }>({
  columns,
  ...table
}: Pick<DataTableProps<Row>, 'label' | 'rows' | 'columns' | 'empty'>) {
  const t = useTexts('organisation')
  const navigate = useNavigate()
  const unitColumn: DataColumn<Row> = {
    key: 'unit',
    header: t('elections.unit'),
    primary: true,
    value: (row) => row.name,
    cell: (row) => <UnitLink unit={row} />,
    width: '15rem',
  }
  return (
    <DataTable
      {...table}
      columns={[unitColumn, ...columns]}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      total={table.rows.length}
      onOpen={({ id }) => void navigate({ to: '/organisation/units/$unitId', params: { unitId: id } })}
    />
  )
}
