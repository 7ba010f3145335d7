import { speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { dialled } from '../../core/fields/telephone.ts'
import { LOGS_STAND_FOR_DAYS } from '../../programme/meetings/queues.ts'
import { blockersForPerson, type Question } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { listAddress } from '../today/listAddress.ts'
import { LogToRead } from './LogToRead.tsx'
import type { QueueLook } from '../today/queueLook.ts'
import { RowAction } from '../today/RowAction.tsx'

/** Proposed meetings: confirmed here, unless something stands against it. */
export const meetingsToConfirm: QueueLook<'meetings'> = {
  all: {
    href: listAddress({ collection: 'meetings', field: 'status', values: ['proposed'], sort: 'startsAt' }),
    words: 'All meetings that wait',
  },
  row: ({ id, rowVersion, childName, volunteerName, startsAt, minutes, place, reason, isTheirs, ...row }) => {
    const when = speakMoment(startsAt)
    const blockers = blockersForPerson(row.blockers, { isTheirs })
    return {
      title: `${childName} with ${volunteerName}`,
      href: `/admin/collections/meetings/${id}`,
      facts: [`${when}, for ${minutes} minutes`, place, reason && `It was confirmed before: ${reason}`],
      deed:
        blockers.length > 0 ? (
          <Missing title={isTheirs ? 'You cannot confirm it yet' : 'It cannot be confirmed yet'} blockers={blockers} />
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
        ),
    }
  },
}

/** Logs that nobody has read: read and answered here. */
export const logsToRead: QueueLook<'logs'> = {
  about: ({ hasMore }) => (hasMore ? `The newest first, from the last ${LOGS_STAND_FOR_DAYS / 7} weeks.` : undefined),
  all: { href: listAddress({ collection: 'session-logs', sort: '-submittedAt' }), words: 'All logs' },
  row: (log) => ({
    title: `${log.childName} with ${log.volunteerName}`,
    href: `/admin/collections/session-logs/${log.id}`,
    facts: [
      `${speakDate(log.heldOn)}, ${log.location}`,
      !log.meetingWasConfirmed && 'Nobody had confirmed this meeting',
    ],
    deed: (
      <LogToRead log={log}>
        <RowAction
          label="Mark as read"
          subject={`${log.childName}, ${speakDate(log.heldOn)}`}
          address="/api/log-readings"
          sends={{ log: log.id }}
          questions={[WORD_BACK]}
          isOpen
          answersAs="fields"
          done={`Read: ${log.childName}, ${speakDate(log.heldOn)}.`}
        />
      </LogToRead>
    ),
  }),
}

/** Meetings that are over and have no log: the volunteer was reminded, and is rung now. */
export const logsToChase: QueueLook<'logsToChase'> = {
  about: () => 'The volunteer was reminded after 24 and 72 hours. A meeting that did not happen is called off.',
  all: {
    href: listAddress({ collection: 'meetings', field: 'status', values: ['confirmed'], sort: 'startsAt' }),
    words: 'All confirmed meetings',
  },
  row: ({ id, childName, volunteerName, mobile, startsAt }) => ({
    title: `${childName} with ${volunteerName}`,
    href: `/admin/collections/meetings/${id}`,
    facts: [speakMoment(startsAt)],
    deed: (
      <>
        {mobile === null ? null : (
          <a className="action" href={`tel:${dialled(mobile)}`}>
            {`Ring ${mobile}`}
            <span className="visually-hidden">: {volunteerName}</span>
          </a>
        )}
        <a className="action" href={`/admin/collections/meetings/${id}`}>
          It did not happen
          <span className="visually-hidden">: {`${childName}, ${speakMoment(startsAt)}`}</span>
        </a>
      </>
    ),
  }),
}

const WORD_BACK: Question = {
  name: 'word',
  label: 'A word back to the volunteer',
  kind: 'text',
  required: false,
  longest: 1000,
}
