import type { ReactElement, ReactNode } from 'react'

/** `primary` once a page; `warning` for what cannot be taken back. */
export type ButtonVariant = 'primary' | 'secondary' | 'warning'

export type ButtonProps = {
  variant?: ButtonVariant
  /** Posted when this button is pressed, to tell it from others of its form. */
  name?: string
  value?: string
  /** Words for screen readers only, after the text: "Remove" + "the receipt from the café". */
  hiddenText?: string
  children: ReactNode
}

/** A button that posts its form. */
export const Button = ({ variant = 'primary', name, value, hiddenText, children }: ButtonProps): ReactElement => (
  <button className={`button button--${variant}`} type="submit" name={name} value={value}>
    {children}
    {hiddenText !== undefined && <span className="visually-hidden"> {hiddenText}</span>}
  </button>
)
