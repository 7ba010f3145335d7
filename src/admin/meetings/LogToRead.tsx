import type { ReactNode } from 'react'
import { speakDate } from '../../core/clock/londonDates.ts'
import { linesOf } from '../../core/house/defineSetting.ts'
import type { LogToRead as Log } from '../../programme/meetings/queues.ts'

/**
 * One log, closed until it is opened, with the columns of the programme's log sheet [LOG-1] and what is done after
 * reading.
 */
export const LogToRead = ({ log, children }: { log: Log; children: ReactNode }) => (
  <details className="log">
    <summary>
      Read the log<span className="visually-hidden">: {`${log.childName}, ${speakDate(log.heldOn)}`}</span>
    </summary>
    <dl>
      {columnsOf(log).map(([column, words]) => (
        <div key={column}>
          <dt>{column}</dt>
          <dd>{words || 'Nothing written'}</dd>
        </div>
      ))}
    </dl>
    {children}
  </details>
)

const columnsOf = ({
  runBy,
  attendees,
  activities,
  outcomes,
  comment,
  valuesLived,
}: Log): Array<[string, string | null]> => [
  ['Programme run by', runBy],
  ['Attendees present', attendees],
  ['Activities or focus of the session', activities],
  ['Goals and outcomes', outcomes],
  ['Overall comment', comment],
  ...(valuesLived ? [['Values that were lived', linesOf(valuesLived).join(', ')] satisfies [string, string]] : []),
]
