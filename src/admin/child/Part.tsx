import type { ReactNode } from 'react'

/** One part of a child's page: its heading, its lines, and the ways to add to it. */
export const Part = ({
  title,
  ways = [],
  children,
}: {
  title: string
  ways?: ReadonlyArray<{ href: string; words: string }>
  children: ReactNode
}) => (
  <section className="child-record__part">
    <h2>{title}</h2>
    {children}
    {ways.map(({ href, words }) => (
      <p key={href} className="child-record__way">
        <a href={href}>{words}</a>
      </p>
    ))}
  </section>
)

/** Lines of a part; what there is none of is said. */
export const Lines = ({ none, children }: { none: string; children: ReactNode[] }) =>
  children.length > 0 ? <ul>{children}</ul> : <p className="child-record__none">{none}</p>

type LineProps = {
  collection: string
  id: string
  title: string
  facts?: ReadonlyArray<string | null | false | undefined>
}

/** One line: the record's name, which leads to it, and what is known of it. */
export const Line = ({ collection, id, title, facts = [] }: LineProps) => (
  <li>
    <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
    {facts.map((fact) => (fact ? <span key={fact}>{fact}</span> : null))}
  </li>
)
