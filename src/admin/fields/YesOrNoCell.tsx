import type { DefaultServerCellComponentProps } from 'payload'

/** A tick in the panel's lists, as people say it. */
export const YesOrNoCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{cellData === true ? 'Yes' : 'No'}</span>
)
