import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export type CardProps = {
  title: string
  /** Makes the whole card a link. Then it may hold no other. */
  href?: string
  /** 2 directly under the page's heading, 3 under a section's. */
  level?: 2 | 3
  /** Stands beside the title: a Tag. */
  aside?: ReactNode
  /** Stands before the title: a child's mark. */
  mark?: ReactNode
  children?: ReactNode
}

/** One thing among several: a child, a meeting, a place to go. */
export const Card = ({ title, href, level = 2, aside, mark, children }: CardProps): ReactElement => {
  const Element = `h${level}` as const
  return (
    <div className={href === undefined ? 'card' : 'card card--link'}>
      <div className="card__head">
        {mark}
        <Element className="card__title">{href === undefined ? title : <a href={href}>{title}</a>}</Element>
        {aside}
        {href !== undefined && <Icon name="arrow" />}
      </div>
      {children !== undefined && <div className="card__body flow">{children}</div>}
    </div>
  )
}
