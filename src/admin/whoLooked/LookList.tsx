import { speakMomentInFull } from '../../core/clock/londonDates.ts'
import type { Look } from '../../core/audit/looks.ts'

/** Looks and changes, each a sentence with its moment and its door, and what was seen or changed behind it. */
export const LookList = ({ looks, none }: { looks: readonly Look[]; none: string }) =>
  looks.length === 0 ? (
    <p className="record-card__none">{none}</p>
  ) : (
    <ol>
      {looks.map(({ key, at, said, where, details }) => (
        <li key={key}>
          <p>
            {`${said}, `}
            <time dateTime={at.toISOString()}>{speakMomentInFull(at)}</time>
            {where === '' ? '.' : `, ${where}.`}
          </p>
          {details.length === 0 ? null : (
            <details>
              <summary>
                In full<span className="visually-hidden">{`: ${said}`}</span>
              </summary>
              <dl className="record-facts">
                {details.map(({ term, words }) => (
                  <div key={`${term} ${words}`}>
                    <dt>{term}</dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
