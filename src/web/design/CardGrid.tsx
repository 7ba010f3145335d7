import type { ReactElement, ReactNode } from 'react'

/** Cards beside each other where there is room. */
export const CardGrid = ({ children }: { children: ReactNode }): ReactElement => (
  <div className="card-grid">{children}</div>
)
