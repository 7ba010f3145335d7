import { speakMomentInFull } from '../../core/clock/londonDates.ts'
import { toRecord } from '../../core/house/recordPage.ts'
import type { History } from '../../core/record/history.ts'
import type { Happened } from '../../core/record/told.ts'

/** Everything that happened with a record, the newest first: who did what, when, and what changed. */
export const Timeline = ({ history: { happened, goOnBefore }, address }: { history: History; address: string }) => (
  <section className="record-card record-timeline" aria-labelledby="what-happened">
    <h2 id="what-happened">What happened</h2>
    {happened.length === 0 ? <p className="record-card__none">Nothing that we know of.</p> : null}
    <ol>
      {happened.map((one) => (
        <li key={one.key}>
          <p className="record-timeline__when">
            <time dateTime={one.at.toISOString()}>{speakMomentInFull(one.at)}</time>
          </p>
          <p>
            {`${one.said}.`}
            {one.because === null ? '' : ` Why: ${one.because}.`}
            {one.record === null ? null : (
              <>
                {' '}
                <a href={toRecord(one.record)}>
                  Open it<span className="visually-hidden">{`: ${one.said}`}</span>
                </a>
              </>
            )}
          </p>
          <Changes {...one} />
        </li>
      ))}
    </ol>
    {goOnBefore === undefined ? null : (
      <p className="record-card__way">
        <a href={`${address}?before=${goOnBefore}#what-happened`}>What happened before that</a>
      </p>
    )}
  </section>
)

const Changes = ({ changes, said }: Happened) =>
  changes.length === 0 ? null : (
    <details>
      <summary>
        What changed<span className="visually-hidden">{`: ${said}`}</span>
      </summary>
      <dl className="record-facts">
        {changes.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
