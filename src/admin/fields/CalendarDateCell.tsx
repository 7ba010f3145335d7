import type { DefaultServerCellComponentProps } from 'payload'
import { isCalendarDate, speakDate } from '../../core/clock/londonDates.ts'

/** A calendar date in the panel's lists, as people read it. As the first column it leads to its record. */
export const CalendarDateCell = ({
  cellData,
  link,
  linkURL,
  collectionSlug,
  rowData,
}: DefaultServerCellComponentProps) => {
  const words = typeof cellData === 'string' && isCalendarDate(cellData) ? speakDate(cellData) : 'None'
  return link ? (
    <a href={linkURL ?? `/admin/collections/${collectionSlug}/${String(rowData.id)}`}>{words}</a>
  ) : (
    <span>{words}</span>
  )
}
