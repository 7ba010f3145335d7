import type { ReactElement, ReactNode } from 'react'

/** One column. `sort` gives the address of the list sorted by it, and how it is sorted now. */
type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Aligned right, digits under digits. */
  numeric?: boolean
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

export type DataTableProps<Row> = {
  caption: string
  /** Says the caption to screen readers only, where a heading above says the same. */
  captionHidden?: boolean
  /** The first one names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/**
 * A table. On a phone each row becomes a block with its headers inside, so that nobody scrolls sideways; the roles are
 * spelled out because browsers forget a table's own when it is laid out otherwise.
 */
export const DataTable = <Row,>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>): ReactElement => (
  <table className="table" role="table">
    <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ key, header, numeric = false, sort }) => (
          <th
            key={key}
            scope="col"
            role="columnheader"
            className={numeric ? 'table__number' : undefined}
            aria-sort={sort?.direction}
          >
            {sort ? <a href={sort.href}>{header}</a> : header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={rowKey(row)} role="row">
          {columns.map(({ key, header, cell, numeric = false }, index) =>
            index === 0 ? (
              <th key={key} scope="row" role="rowheader" className={numeric ? 'table__number' : undefined}>
                {cell(row)}
              </th>
            ) : (
              <td key={key} role="cell" className={numeric ? 'table__number' : undefined} data-header={header}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
