import { memo, type ReactNode } from 'react'
import { Icon } from './icon'
import classes from './table.module.css'

export interface Sort<F extends string> {
  field: F
  direction: 'ASC' | 'DESC'
}

export interface Column<T, F extends string = never> {
  label: string
  cell: (row: T) => ReactNode
  sort?: F // the list can be ordered by it
  first?: Sort<F>['direction'] // the way that a first click orders, ascending unless given
  bare?: boolean // on a phone it stands without its label
  right?: boolean // numbers
  corner?: boolean // on a phone it stands in the card's upper corner
}

interface Props<T, F extends string> {
  label: string // read out as the table's name
  columns: Column<T, F>[]
  rows: T[]
  id: (row: T) => string
  sort?: Sort<F>
  onSort?: (sort: Sort<F>) => void
  stale?: boolean // newer rows are on their way
}

// Table is a list with columns, and on a phone a list of cards. The roles are written out, because
// the cards' layout would take them from the elements.
export function Table<T, F extends string = never>({ label, columns, rows, id, sort, onSort, stale }: Props<T, F>) {
  return (
    <div className={classes.frame}>
      <table role="table" aria-label={label} aria-busy={stale} className={classes.table}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.label} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={id(row)} columns={columns} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

// Row is drawn anew when it or the columns change, and not whenever the list is.
const Row = memo(function Row<T, F extends string>({ columns, row }: { columns: Column<T, F>[]; row: T }) {
  return (
    <tr role="row">
      {columns.map((column) => (
        <td role="cell" key={column.label} data-label={column.bare ? undefined : column.label} data-right={column.right || undefined} data-corner={column.corner || undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}) as <T, F extends string>(props: { columns: Column<T, F>[]; row: T }) => ReactNode

interface HeadProps<T, F extends string> {
  column: Column<T, F>
  sort?: Sort<F>
  onSort?: (sort: Sort<F>) => void
}

function Head<T, F extends string>({ column, sort, onSort }: HeadProps<T, F>) {
  const { label, sort: field, first = 'ASC' } = column
  if (!field || !onSort) {
    return (
      <th role="columnheader" scope="col" data-right={column.right || undefined}>
        {column.bare ? <span className="lk-hidden">{label}</span> : label}
      </th>
    )
  }
  const way = sort?.field === field ? sort.direction : null
  const turned = way === 'ASC' ? 'DESC' : 'ASC'
  return (
    <th role="columnheader" scope="col" aria-sort={way === 'ASC' ? 'ascending' : way === 'DESC' ? 'descending' : 'none'}>
      <button type="button" className={classes.sort} data-on={way !== null || undefined} onClick={() => onSort({ field, direction: way ? turned : first })}>
        {label} <Icon name={way === 'ASC' ? 'up' : way === 'DESC' ? 'down' : 'order'} size={13} />
      </button>
    </th>
  )
}
