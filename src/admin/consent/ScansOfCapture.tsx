import type { RecordPartProps } from '../record/partProps.ts'

/** On what was entered from paper: the way to the scans of the form. */
export const ScansOfCapture = ({ id, data }: RecordPartProps) =>
  data.method === 'paper' ? (
    <p className="version-ways">
      <a href={`/consent-scans/${id}`}>Scans of the paper form</a>
    </p>
  ) : null
