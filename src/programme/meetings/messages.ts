import { londonDate } from '../../core/clock/londonDates.ts'
import { enqueueNotifications } from '../../core/notifications/enqueueNotification.ts'
import type { Recipient } from '../../core/notifications/notification.ts'
import type { Work } from '../../core/access/work.ts'
import type { Effect, RecordData } from '../../core/workflow/workflow.ts'
import { peopleWithRole } from '../people/queries.ts'
import { meetingMessages } from './messageKinds.ts'
import { hasPartIn, type MeetingFacts } from './rules.ts'

/** Tells whoever can confirm that a meeting is waiting [MTG-4]. */
export const tellOfProposal: Effect<MeetingFacts> = async ({ work, record, facts }) =>
  send({ work, record, template: 'meeting-proposed', to: await uninvolvedConfirmers({ work, facts }) })

/** Tells the volunteers and the parent that the meeting may go ahead. */
export const tellOfConfirmation: Effect<MeetingFacts> = async ({ work, record }) => {
  await send({ work, record, template: 'meeting-confirmed', to: await volunteersOf({ work, record }) })
  await send({ work, record, template: 'meeting-confirmed-parent', to: parentOf(record) })
}

/** Tells the volunteers that the meeting was declined; the parent hears from the volunteer. */
export const tellOfDecline: Effect<MeetingFacts> = async ({ work, record }) =>
  send({ work, record, template: 'meeting-declined', to: await volunteersOf({ work, record }) })

/** Tells everybody concerned that a confirmed meeting is confirmed no longer [MTG-4]. */
export const tellOfUnconfirming: Effect<MeetingFacts> = async ({ work, record, facts }) => {
  const everybody = [
    ...(await volunteersOf({ work, record })),
    ...(await uninvolvedConfirmers({ work, facts })),
    ...(await coordinators(work)),
  ]
  await send({ work, record, template: 'meeting-unconfirmed', to: everybody })
  await send({ work, record, template: 'meeting-unconfirmed-parent', to: parentOf(record) })
}

/**
 * Tells everybody concerned that the meeting is called off: volunteers, parent, committee contact, co-ordinators
 * [MTG-7].
 */
export const tellOfCancellation: Effect<MeetingFacts> = async ({ work, record }) => {
  await send({
    work,
    record,
    template: 'meeting-cancelled',
    to: [
      ...(await volunteersOf({ work, record })),
      ...(await committeeContact({ work, record })),
      ...(await coordinators(work)),
    ],
  })
  await send({ work, record, template: 'meeting-cancelled-parent', to: parentOf(record) })
}

/** Tells the co-ordinators that a log is ready to read [LOG-2]. */
export const tellOfLog = async ({ work, logId }: { work: Work; logId: string }): Promise<void> => {
  const people = await peopleWithRole({ query: work.query, role: 'co-ordinator', on: londonDate(work.now) })
  await enqueueNotifications({
    query: work.query,
    now: work.now,
    notifications: people.map((id) => ({
      message: meetingMessages['log-submitted'],
      recipient: { kind: 'user', id },
      subject: { collection: 'session-logs', record: logId },
      dedupeKey: `log-submitted:${logId}:${id}`,
    })),
  })
}

type Sending = { work: Work; record: RecordData; template: keyof typeof meetingMessages; to: readonly Recipient[] }

const send = async ({ work, record, template, to }: Sending): Promise<void> => {
  const once = new Map(to.map((recipient) => [keyOf(recipient), recipient]))
  await enqueueNotifications({
    query: work.query,
    now: work.now,
    notifications: [...once].map(([key, recipient]) => ({
      message: meetingMessages[template],
      recipient,
      subject: { collection: 'meetings', record: String(record.id) },
      details: { startsAt: new Date(String(record.startsAt)).toISOString(), place: String(record.place) },
      dedupeKey: `${template}:${String(record.id)}:${String(record.rowVersion)}:${key}`,
    })),
  })
}

const keyOf = (recipient: Recipient): string => ('id' in recipient ? recipient.id : recipient.kind)

const volunteersOf = async ({ work, record }: { work: Work; record: RecordData }): Promise<Recipient[]> => {
  const rows = await work.query<{ id: string }>(
    'select user_id as id from volunteers where id = any($1::uuid[]) and user_id is not null',
    [[record.volunteer, record.secondVolunteer].filter((id) => typeof id === 'string')],
  )
  return rows.map(asUserRecipient)
}

const parentOf = (record: RecordData): Recipient[] =>
  typeof record.guardian === 'string' ? [{ kind: 'guardian', id: record.guardian }] : []

const committeeContact = async ({ work, record }: { work: Work; record: RecordData }): Promise<Recipient[]> =>
  (
    await work.query<{ id: string }>(
      'select committee_contact_id as id from matches where id = $1 and committee_contact_id is not null',
      [record.match],
    )
  ).map(asUserRecipient)

const coordinators = async ({ query, now }: Work): Promise<Recipient[]> =>
  (await peopleWithRole({ query, role: 'co-ordinator', on: londonDate(now) })).map((id) => ({ kind: 'user', id }))

/** The confirmers who are not involved themselves; where there is none, the committee members who are not [ORG-1]. */
const uninvolvedConfirmers = async ({ work, facts }: { work: Work; facts: MeetingFacts }): Promise<Recipient[]> => {
  const proposer = facts.proposedBy ?? (work.actor.kind === 'person' ? work.actor.userId : null)
  const free = (userId: string): boolean => !hasPartIn({ facts: { ...facts, proposedBy: proposer }, userId })
  const confirmers = facts.confirmers.filter(free)
  const chosen =
    confirmers.length > 0
      ? confirmers
      : (await peopleWithRole({ query: work.query, role: 'committee', on: londonDate(work.now) })).filter(free)
  return chosen.map((id) => ({ kind: 'user', id }))
}

const asUserRecipient = ({ id }: { id: string }): Recipient => ({ kind: 'user', id })
