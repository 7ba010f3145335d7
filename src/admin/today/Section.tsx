import type { ReactNode } from 'react'

type SectionProps = {
  id: string
  title: string
  /** What it means, in one line. */ about?: string
  hasMore: boolean
  allHref: string
  allWords: string
  children: ReactNode
}

/** One queue of Today: its heading, its first rows, the way to all of them. */
export const Section = ({ id, title, about, hasMore, allHref, allWords, children }: SectionProps) => (
  <section className="queue" aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    {about ? <p className="queue__about">{about}</p> : null}
    <ul className="queue__rows">{children}</ul>
    {hasMore ? (
      <p className="queue__more">
        <a href={allHref}>{allWords}</a>
      </p>
    ) : null}
  </section>
)

type RowProps = {
  title: ReactNode
  /** When and where, in words. */ facts: ReadonlyArray<string | false | null>
  children?: ReactNode
}

/** One row of a queue: what it is, what is known of it, and what can be done. */
export const Row = ({ title, facts, children }: RowProps) => (
  <li className="queue__row">
    <div className="queue__words">
      <p className="queue__title">{title}</p>
      {facts.map((fact) => (fact ? <p key={fact}>{fact}</p> : null))}
    </div>
    <div className="queue__deed">{children}</div>
  </li>
)
