import type { DefaultServerCellComponentProps } from 'payload'

/** Whether the meeting of a log had been confirmed; of what was kept on paper nobody can say. */
export const ConfirmedCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{cellData === true ? 'Yes' : cellData === false ? 'No' : 'From paper'}</span>
)
