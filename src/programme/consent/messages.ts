import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import { cancelNotification } from '../../core/notifications/cancelNotification.ts'
import { enqueueNotification, enqueueNotifications } from '../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { emit } from '../../core/workflow/events.ts'
import { peopleWithRole } from '../people/queries.ts'
import type { ConsentEnding } from './answers/endings.ts'
import { consentLost } from './events.ts'
import { consentMessages } from './messageKinds.ts'

type Told = { work: Work; record: RecordData }

const NEW_LINK = 'consent-link-parent'

const CODE_MESSAGE = 'consent-code-parent'

/**
 * Asks the parent or carer by email, under the link of this number; the link is made when the message is written. One
 * that still waits for an older link is not sent [CON-1].
 */
export const sendConsentRequest = async ({
  work,
  record,
  number,
  occasion,
}: Told & { number: number; occasion: 'first' | 'renewal' | 'of-age' }): Promise<void> => {
  await cancelNotification({ query: work.query, dedupeKey: requestKey({ record, number: number - 1 }), now: work.now })
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: consentMessages['consent-requested'],
      recipient: { kind: 'guardian', id: String(record.guardian) },
      subject: aboutRequest(record),
      details: { occasion, validUntil: new Date(String(record.endsAt)).toISOString() },
      dedupeKey: requestKey({ record, number }),
    },
  })
}

/**
 * Sends the newest link to whoever came by one that cannot be used and asked for it; once for each asking, however
 * often its job is repeated.
 */
export const sendLinkAgain = async ({
  work,
  request,
  asking,
}: {
  work: Work
  request: { id: string; guardianId: string }
  asking: string
}): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: consentMessages[NEW_LINK],
      recipient: { kind: 'guardian', id: request.guardianId },
      subject: { collection: 'consent-requests', record: request.id },
      dedupeKey: `${NEW_LINK}:${request.id}:${asking}`,
    },
  })
}

/**
 * Sends a parent the code that they asked for; it is made when the message is written. Once for each asking, however
 * often its job is repeated.
 */
export const sendCodeToParent = async ({
  work,
  request,
  asking,
}: {
  work: Work
  request: { id: string; guardianId: string }
  asking: string
}): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: consentMessages[CODE_MESSAGE],
      recipient: { kind: 'guardian', id: request.guardianId },
      subject: { collection: 'consent-requests', record: request.id },
      dedupeKey: `${CODE_MESSAGE}:${request.id}:${asking}`,
    },
  })
}

/** Whether this request’s link was sent again since a moment. */
export const wasLinkSentSince = async ({
  query,
  requestId,
  since,
}: {
  query: Work['query']
  requestId: string
  since: Date
}): Promise<boolean> =>
  (
    await query(
      "select from notifications where subject_collection = 'consent-requests' and subject_record = $1 and template = $2 and created_at > $3 limit 1",
      [requestId, NEW_LINK, since.toISOString()],
    )
  ).length > 0

/**
 * Asks a parent who answered before to read the new words and answer again, under their own link; once for a version
 * [CON-5].
 */
export const sendNewWords = async ({ work, record }: Told): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: consentMessages['consent-new-words'],
      recipient: { kind: 'guardian', id: String(record.guardian) },
      subject: aboutRequest(record),
      dedupeKey: `consent-new-words:${String(record.id)}:${String(record.askedAgainFor)}`,
    },
  })
}

/** A request that was taken back is not sent any more, where it still waits. */
export const takeBackRequest = async ({ work, record, number }: Told & { number: number }): Promise<void> => {
  await cancelNotification({ query: work.query, dedupeKey: requestKey({ record, number }), now: work.now })
}

/** Sends the parent the link under which their answers stand [CON-7]. */
export const sendCopy = ({ work, record }: Told): Promise<void> =>
  tellParent({ work, record, template: 'consent-copy' })

/** Sends the parent what they answered, and tells the co-ordinators that there is an answer [CON-1, CON-7]. */
export const tellOfAnswers = async ({ work, record }: Told): Promise<void> => {
  await tellParent({ work, record, template: 'consent-copy' })
  await tellCoordinators({ work, record, template: 'consent-answered' })
}

/** Confirms to the parent that their no counts, and tells the co-ordinators at once [CON-4]. */
export const tellOfWithdrawal = async ({ work, record }: Told): Promise<void> => {
  await tellParent({ work, record, template: 'consent-withdrawn-parent' })
  await tellCoordinators({ work, record, template: 'consent-withdrawn' })
  await tellTheAreasAbove({ work, record })
}

/** Those who meet the child are told where something was said no to [CON-4]. */
export const tellOfNoes = async ({
  work,
  record,
  answers,
}: Told & { answers: Readonly<Record<string, 'yes' | 'no'>> }): Promise<void> => {
  if (Object.values(answers).includes('no')) await tellTheAreasAbove({ work, record })
}

/**
 * Reminds a parent that their yes ends, under their own link; each reminder once for each end [CON-5]. Gives how many
 * messages were new.
 */
export const remindOfEnding = async ({
  work: { query, now },
  ending,
  withinDays,
}: {
  work: Work
  ending: ConsentEnding & { requestId: string }
  withinDays: number
}): Promise<number> =>
  asCount(
    await enqueueNotification({
      query,
      now,
      notification: {
        message: consentMessages['consent-ending-parent'],
        recipient: { kind: 'guardian', id: ending.guardianId },
        subject: { collection: 'consent-requests', record: ending.requestId },
        details: { until: ending.until },
        dedupeKey: `consent-ending-parent:${ending.requestId}:${ending.until}:${withinDays}`,
      },
    }),
  )

/**
 * Tells a parent that their yes has ended and, where that closes something, the co-ordinators; once for each end
 * [CON-5]. Gives how many messages were new.
 */
export const tellOfEnding = async ({
  work: { query, now },
  ending,
  lost,
}: {
  work: Work
  ending: ConsentEnding
  lost: boolean
}): Promise<number> => {
  const about = `${ending.childId}:${ending.until}`
  const sent = ending.requestId
    ? [
        await enqueueNotification({
          query,
          now,
          notification: {
            message: consentMessages['consent-ended-parent'],
            recipient: { kind: 'guardian', id: ending.guardianId },
            subject: { collection: 'consent-requests', record: ending.requestId },
            dedupeKey: `consent-ended-parent:${about}:${ending.guardianId}`,
          },
        }),
      ]
    : []
  const coordinators = lost ? await peopleWithRole({ query, role: 'co-ordinator', on: londonDate(now) }) : []
  for (const id of coordinators)
    sent.push(
      await enqueueNotification({
        query,
        now,
        notification: {
          message: consentMessages['consent-ended'],
          recipient: { kind: 'user', id },
          subject: { collection: 'children', record: ending.childId },
          dedupeKey: `consent-ended:${about}:${id}`,
        },
      }),
    )
  return sent.filter((message) => message !== undefined).length
}

/**
 * Tells the co-ordinators that the parents' consent has ended because the young person is 18; once [CON-9]. Gives how
 * many messages were new.
 */
export const tellOfAge = async ({
  work: { query, now },
  childId,
}: {
  work: Work
  childId: string
}): Promise<number> => {
  const coordinators = await peopleWithRole({ query, role: 'co-ordinator', on: londonDate(now) })
  return (
    await enqueueNotifications({
      query,
      now,
      notifications: coordinators.map((id) => ({
        message: consentMessages['consent-ended'],
        recipient: { kind: 'user', id },
        subject: { collection: 'children', record: childId },
        dedupeKey: `consent-ended:${childId}:of-age:${id}`,
      })),
    })
  ).length
}

/**
 * Writes again to a parent who was asked and has not answered, under the same link; once for each of its days. Gives
 * how many messages were new.
 */
export const askAgainByEmail = async ({
  work: { query, now },
  request,
  days,
}: {
  work: Work
  request: { id: string; guardian: string; number: number; endsAt: Date }
  days: number
}): Promise<number> =>
  asCount(
    await enqueueNotification({
      query,
      now,
      notification: {
        message: consentMessages['consent-requested'],
        recipient: { kind: 'guardian', id: request.guardian },
        subject: { collection: 'consent-requests', record: request.id },
        details: { occasion: 'reminder', validUntil: request.endsAt.toISOString() },
        dedupeKey: `consent-requested:${request.id}:${request.number}:after-${days}`,
      },
    }),
  )

const asCount = (message: { id: string } | undefined): number => (message ? 1 : 0)

/** The areas above tell the volunteer and the committee contact. */
const tellTheAreasAbove = ({ work, record }: Told): Promise<void> =>
  emit({
    work,
    event: consentLost({
      childId: String(record.child),
      about: `${String(record.id)}:${String(record.rowVersion)}`,
      message: consentMessages['consent-withdrawn'],
    }),
  })

const aboutRequest = (record: RecordData) => ({ collection: 'consent-requests', record: String(record.id) })

const requestKey = ({ record, number }: { record: RecordData; number: number }): string =>
  `consent-requested:${String(record.id)}:${number}`

const tellParent = async ({
  work,
  record,
  template,
}: Told & { template: keyof typeof consentMessages }): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: consentMessages[template],
      recipient: { kind: 'guardian', id: String(record.guardian) },
      subject: aboutRequest(record),
      dedupeKey: `${template}:${String(record.id)}:${String(record.rowVersion)}`,
    },
  })
}

/**
 * Tells the co-ordinators that wrong dates of birth have closed a parent's link for a while; once each time [CON-1].
 */
export const tellOfWrongDates = async ({
  work: { query, now },
  requestId,
}: {
  work: Work
  requestId: string
}): Promise<void> => {
  const people = await peopleWithRole({ query, role: 'co-ordinator', on: londonDate(now) })
  await enqueueNotifications({
    query,
    now,
    notifications: people.map((id) => ({
      message: consentMessages['consent-link-waits'],
      recipient: { kind: 'user', id },
      subject: { collection: 'consent-requests', record: requestId },
      dedupeKey: `consent-link-waits:${requestId}:${now.toISOString()}:${id}`,
    })),
  })
}

/** Tells the co-ordinators that a parent asked for a call [MAT-12]. */
export const tellOfCall = ({ work, record }: Told): Promise<void> =>
  tellCoordinators({ work, record, template: 'call-asked', collection: 'call-requests' })

const tellCoordinators = async ({
  work,
  record,
  template,
  collection = 'consent-requests',
}: Told & { template: keyof typeof consentMessages; collection?: string }): Promise<void> => {
  const people = await peopleWithRole({ query: work.query, role: 'co-ordinator', on: londonDate(work.now) })
  await enqueueNotifications({
    query: work.query,
    now: work.now,
    notifications: people.map((id) => ({
      message: consentMessages[template],
      recipient: { kind: 'user', id },
      subject: { collection, record: String(record.id) },
      dedupeKey: `${template}:${String(record.id)}:${String(record.rowVersion)}:${id}`,
    })),
  })
}
