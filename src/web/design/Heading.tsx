import type { ReactElement, ReactNode } from 'react'

export type HeadingProps = {
  /** 1 for the page's own, once a page; 2 and 3 below it. */
  level?: 1 | 2 | 3
  /** A few words above it: "Question 2 of 4", a child's initials. */
  caption?: string
  id?: string
  className?: string
  children: ReactNode
}

/** A heading, with a caption that is read with it. */
export const Heading = ({ level = 1, caption, id, className, children }: HeadingProps): ReactElement => {
  const Element = `h${level}` as const
  return (
    <Element className={['heading', `heading--${level}`, className].filter(Boolean).join(' ')} id={id}>
      {caption !== undefined && <span className="heading__caption">{caption} </span>}
      {children}
    </Element>
  )
}
