import type { ReactElement, ReactNode } from 'react'
import { useWords } from './words.tsx'

/** One line: what it is, what it says, and perhaps where to change it. An empty value reads "Not provided". */
export type SummaryRow = {
  term: string
  value?: ReactNode
  /** `hiddenText` says what is changed: "what you did". `text` is "Change" unless told. */
  change?: { href: string; hiddenText: string; text?: string }
}

/** Answers to check, or a record's facts. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }): ReactElement => {
  const { say } = useWords()
  return (
    <dl className="summary-list">
      {rows.map(({ term, value, change }) => (
        <div key={term} className="summary-list__row">
          <dt>{term}</dt>
          <dd className="summary-list__value">
            {value === undefined || value === null || value === '' ? (
              <span className="muted">{say('page.not-provided')}</span>
            ) : (
              value
            )}
          </dd>
          {change && (
            <dd className="summary-list__change">
              <a href={change.href}>
                {change.text ?? 'Change'}
                <span className="visually-hidden"> {change.hiddenText}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
