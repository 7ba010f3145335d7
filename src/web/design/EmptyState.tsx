import type { ReactElement, ReactNode } from 'react'
import { Drawing, type DrawingName } from './Drawing.tsx'

/** A list with nothing in it: says so kindly, and what to do first. */
export const EmptyState = ({
  title,
  drawing,
  children,
  action,
}: {
  title: string
  /** Once a page at most: for the list that the page is about. */
  drawing?: DrawingName
  children?: ReactNode
  action?: ReactNode
}): ReactElement => (
  <div className="empty-state flow">
    {drawing === undefined ? null : <Drawing name={drawing} />}
    <p className="empty-state__title">{title}</p>
    {children}
    {action !== undefined && <div className="button-row">{action}</div>}
  </div>
)
