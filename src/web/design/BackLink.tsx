import type { ReactElement } from 'react'
import { Icon } from './Icon.tsx'

/** The way back to the page before, above the heading. */
export const BackLink = ({ href, text = 'Back' }: { href: string; text?: string }): ReactElement => (
  <a className="back-link" href={href}>
    <Icon name="back" />
    {text}
  </a>
)
