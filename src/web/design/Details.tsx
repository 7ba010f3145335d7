import type { ReactElement, ReactNode } from 'react'

/** More for those who want it, behind a line that opens without JavaScript. */
export const Details = ({
  summary,
  open = false,
  children,
}: {
  summary: string
  open?: boolean
  children: ReactNode
}): ReactElement => (
  <details className="details" open={open}>
    <summary>{summary}</summary>
    <div className="details__body flow">{children}</div>
  </details>
)
