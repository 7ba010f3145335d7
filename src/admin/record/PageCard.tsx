import { toRecord, type Card } from '../../core/house/recordPage.ts'

/** Related things of a record, each leading to its own page, and the ways to add to them. */
export const PageCard = ({ card: { title, facts = [], lines = [], none, ways = [] } }: { card: Card }) => (
  <section className="record-card">
    <h2>{title}</h2>
    {facts.length > 0 ? (
      <dl className="record-facts">
        {facts.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    ) : null}
    {lines.length > 0 ? (
      <ul>
        {lines.map(({ record, title: name, facts: known = [] }) => (
          <li key={record.id}>
            <a href={toRecord(record)}>{name}</a>
            {known.map((words) => (words ? <span key={words}>{words}</span> : null))}
          </li>
        ))}
      </ul>
    ) : none === undefined ? null : (
      <p className="record-card__none">{none}</p>
    )}
    {ways.map(({ words, href }) => (
      <p key={href} className="record-card__way">
        <a href={href}>{words}</a>
      </p>
    ))}
  </section>
)
