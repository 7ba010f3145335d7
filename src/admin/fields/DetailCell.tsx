import type { DefaultServerCellComponentProps } from 'payload'
import { detailLines } from './detailLines.ts'

/** What a record keeps in one field, in a list. */
export const DetailCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>
    {detailLines(cellData)
      .map(({ of, words }) => (of === '' ? words : `${of}: ${words}`))
      .join('; ') || 'None'}
  </span>
)
