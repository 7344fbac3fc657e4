import classes from './chart-with-table.module.css'
import type { ChartWithTableProps } from './chart-with-table.tsx'

/** The figures of a chart as a table. */
export function ChartTable({ title, categories, series, categoryLabel, unit, renderFigure }: ChartWithTableProps) {
  return (
    <div className={classes.tableFrame} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{categoryLabel}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
                {unit ? `（${unit}）` : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, row) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map(({ key, values }, column) => {
                const figure = values[row] ?? null
                return (
                  <td key={key}>
                    {figure === null ? '–' : (renderFigure?.(figure, { category: row, series: column }) ?? figure)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
