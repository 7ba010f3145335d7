import { speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { LOGS_STAND_FOR_DAYS } from '../../programme/meetings/queues.ts'
import { blockersForPerson, type Question } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { listAddress } from '../today/listAddress.ts'
import { LogToRead } from './LogToRead.tsx'
import type { QueueProps } from '../today/loadToday.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'

/** Proposed meetings: confirmed here, unless something stands against it. */
export const MeetingsToConfirm = ({ queue: { title, rows, hasMore } }: QueueProps<'meetings'>) => (
  <Section
    id="meetings"
    title={rows.some(({ isTheirs }) => isTheirs) ? title : 'Meetings that wait for their confirmer'}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'meetings', field: 'status', values: ['proposed'], sort: 'startsAt' })}
    allWords="All meetings that wait"
  >
    {rows.map(({ id, rowVersion, childName, volunteerName, startsAt, minutes, place, reason, isTheirs, ...row }) => {
      const when = speakMoment(startsAt)
      const blockers = blockersForPerson(row.blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/meetings/${id}`}>{`${childName} with ${volunteerName}`}</a>}
          facts={[`${when}, for ${minutes} minutes`, place, reason && `It was confirmed before: ${reason}`]}
        >
          {blockers.length > 0 ? (
            <Blockers
              title={isTheirs ? 'You cannot confirm it yet' : 'It cannot be confirmed yet'}
              blockers={blockers}
            />
          ) : isTheirs ? (
            <RowAction
              label="Confirm"
              subject={`${childName}, ${when}`}
              address={`/api/meetings/${id}/actions/confirm`}
              sends={{ rowVersion }}
              done={`Confirmed: ${childName} with ${volunteerName}, ${when}. Everybody concerned is being told.`}
            />
          ) : (
            <p className="queue__note">The confirmer has been told</p>
          )}
        </Row>
      )
    })}
  </Section>
)

/** Logs that nobody has read: read and answered here. */
export const LogsToRead = ({ queue: { title, rows, hasMore } }: QueueProps<'logs'>) => (
  <Section
    id="logs"
    title={title}
    about={hasMore ? `The newest first, from the last ${LOGS_STAND_FOR_DAYS / 7} weeks.` : undefined}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'session-logs', sort: '-submittedAt' })}
    allWords="All logs"
  >
    {rows.map((log) => (
      <LogToRead key={log.id} log={log}>
        <RowAction
          label="Mark as read"
          subject={`${log.childName}, ${speakDate(log.heldOn)}`}
          address="/api/log-readings"
          sends={{ log: log.id }}
          questions={[WORD_BACK]}
          answersAs="fields"
          done={`Read: ${log.childName}, ${speakDate(log.heldOn)}.`}
        />
      </LogToRead>
    ))}
  </Section>
)

const WORD_BACK: Question = {
  name: 'word',
  label: 'A word back to the volunteer',
  kind: 'text',
  required: false,
  longest: 1000,
}
