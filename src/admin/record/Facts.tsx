import { toRecord } from '../../core/house/recordPage.ts'
import type { SpokenFact } from '../../core/record/loadRecordPage.ts'

/** What is written down in a record, as terms and words; what is empty is left out. */
export const Facts = ({ facts }: { facts: readonly SpokenFact[] }) =>
  facts.length === 0 ? null : (
    <section className="record-card" aria-labelledby="record-details">
      <h2 id="record-details">Details</h2>
      <dl className="record-facts">
        {facts.map(({ name, term, words, leadsTo }) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>{leadsTo ? <a href={toRecord(leadsTo)}>{words}</a> : words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
