import type { DefaultServerCellComponentProps } from 'payload'
import { speakMomentInFull } from '../../core/clock/londonDates.ts'

/** A moment in the panel's lists, as people in London read it. As the first column it leads to its record. */
export const MomentCell = ({ cellData, link, linkURL, collectionSlug, rowData }: DefaultServerCellComponentProps) => {
  const words = cellData ? speakMomentInFull(new Date(String(cellData))) : 'None'
  return link ? (
    <a href={linkURL ?? `/admin/collections/${collectionSlug}/${String(rowData.id)}`}>{words}</a>
  ) : (
    <span>{words}</span>
  )
}
