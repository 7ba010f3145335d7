import type { DefaultServerCellComponentProps } from 'payload'
import { reasonWords } from '../../programme/referrals/reasons.ts'

/** A reason in a list, in words. */
export const ReasonCell = ({ cellData }: DefaultServerCellComponentProps) =>
  typeof cellData === 'string' ? reasonWords(cellData) : null
