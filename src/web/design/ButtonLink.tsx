import type { ReactElement, ReactNode } from 'react'
import type { ButtonVariant } from './Button.tsx'

/** A link that starts something and looks like a button: "Log this meeting", "Ring the lead" with a `tel:` address. */
export const ButtonLink = ({
  href,
  variant = 'primary',
  hiddenText,
  children,
}: {
  href: string
  variant?: ButtonVariant
  hiddenText?: string
  children: ReactNode
}): ReactElement => (
  <a className={`button button--${variant}`} href={href}>
    {children}
    {hiddenText !== undefined && <span className="visually-hidden"> {hiddenText}</span>}
  </a>
)
