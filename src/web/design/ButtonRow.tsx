import type { ReactElement, ReactNode } from 'react'

/** Buttons beside each other; on a phone below each other, as wide as the screen. */
export const ButtonRow = ({ children }: { children: ReactNode }): ReactElement => (
  <div className="button-row">{children}</div>
)
