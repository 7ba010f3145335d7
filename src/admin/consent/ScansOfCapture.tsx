import type { UIFieldServerProps } from 'payload'

/** On what was entered from paper: the way to the scans of the form. */
export const ScansOfCapture = ({ id, data }: UIFieldServerProps) =>
  id && data.method === 'paper' ? (
    <p className="version-ways">
      <a href={`/consent-scans/${String(id)}`}>Scans of the paper form</a>
    </p>
  ) : null
