import type { ReactElement, ReactNode } from 'react'

/** A list with nothing in it: says so kindly, and what to do first. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}): ReactElement => (
  <div className="empty-state flow">
    <p className="empty-state__title">{title}</p>
    {children}
    {action !== undefined && <div className="button-row">{action}</div>}
  </div>
)
