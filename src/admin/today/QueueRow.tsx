import type { ReactNode } from 'react'
import type { Urgency } from '../../core/house/urgency.ts'
import type { RowLook } from './queueLook.ts'

type QueueRowProps = {
  look: RowLook
  urgency: Urgency
  /** What it is called here, where its own title says more than is needed. */
  title?: string
  /** What is to be done, where rows of many kinds stand together. */
  words?: string
  /** What else waits about the same. */
  children?: ReactNode
}

/** One row of Today: what it is, how it stands with its time, what is known of it, and what can be done. */
export const QueueRow = ({ look: { href, facts, deed, ...look }, urgency, title, words, children }: QueueRowProps) => {
  const name = title ?? look.title
  return (
    <li className="queue__row" tabIndex={-1}>
      <div className="queue__words">
        <p className="queue__title">
          {href === undefined ? name : <a href={href}>{name}</a>} {words ? null : <Clock urgency={urgency} />}
        </p>
        {words ? (
          <p className="queue__what">
            {words} <Clock urgency={urgency} />
          </p>
        ) : null}
        {facts.some(Boolean) ? <p>{facts.filter(Boolean).join(' · ')}</p> : null}
      </div>
      <div className="queue__deed">
        {deed}
        {children}
      </div>
    </li>
  )
}

const Clock = ({ urgency: { clock, isLate, why } }: { urgency: Urgency }) =>
  clock === '' ? null : (
    <span className={isLate ? 'queue__clock queue__clock--late' : 'queue__clock'} title={why}>
      {clock}
      <span className="visually-hidden">. {why}</span>
    </span>
  )
