import type { Work } from '../../core/access/work.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { enqueueNotification, enqueueNotifications } from '../../core/notifications/enqueueNotification.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { peopleWithRole } from '../people/queries.ts'
import { referralMessages } from './messageKinds.ts'

type Told = { work: Work; record: RecordData }

/**
 * Confirms to the referrer that the referral is here: its reference, the date to expect an answer, the link to follow
 * it. Nothing of what they wrote [DAT-5].
 */
export const confirmReceipt = ({ work, record }: Told): Promise<void> =>
  tellReferrer({
    work,
    id: String(record.id),
    template: 'referral-received',
    details: { reference: record.reference, answerBy: record.answerBy },
    // Once for each address to which it goes.
    key: String(record.rowVersion),
  })

/** Tells the co-ordinators, or the committee where there is none, that a referral has come in. */
export const tellOfArrival = async ({ work, record }: Told): Promise<void> => {
  const coordinators = await peopleWithRole({ query: work.query, role: 'co-ordinator', on: londonDate(work.now) })
  const told =
    coordinators.length > 0
      ? coordinators
      : await peopleWithRole({ query: work.query, role: 'committee', on: londonDate(work.now) })
  await tellPeople({
    work,
    people: told,
    template: 'referral-arrived',
    collection: 'incoming-referrals',
    id: String(record.id),
    key: 'first',
  })
}

/** Tells the referrer that there is an end, where a referral was set aside. */
export const tellOfEnd = ({ work, record }: Told): Promise<void> =>
  tellReferrer({
    work,
    id: String(record.id),
    template: 'referral-decided',
    details: { reference: record.reference },
    key: 'end',
  })

/**
 * Tells the referrer that there is a decision; what it is stands on the page behind their link, and why stands nowhere
 * for them [ELG-2].
 */
export const tellReferrerOfDecision = async ({ work, record }: Told): Promise<void> =>
  tellReferrerOf({ work, record, template: 'referral-decided', key: 'end' })

/** Tells the referrer that the committee asks for more; the question stands behind their link [ELG-3]. */
export const askReferrer = async ({ work, record }: Told): Promise<void> =>
  tellReferrerOf({ work, record, template: 'referral-question', key: String(record.rowVersion) })

/** Tells the committee that the referrer has answered. */
export const tellCommitteeOfAnswer = async ({ work, record }: Told): Promise<void> => {
  const people = await peopleWithRole({ query: work.query, role: 'committee', on: londonDate(work.now) })
  await tellPeople({
    work,
    people,
    template: 'referral-answered',
    collection: 'referrals',
    id: String(record.id),
    key: String(record.rowVersion),
  })
}

/** Tells the office that a referrer has added something, before it is linked or while the committee decides. */
export const tellOfAddition = async ({ work, record }: Told): Promise<void> => {
  const [referral] = await work.query<{ id: string }>('select id from referrals where incoming_id = $1 limit 1', [
    record.id,
  ])
  await tellPeople({
    work,
    people: await peopleWithRole({
      query: work.query,
      role: referral ? 'committee' : 'co-ordinator',
      on: londonDate(work.now),
    }),
    template: 'referral-answered',
    collection: referral ? 'referrals' : 'incoming-referrals',
    id: referral?.id ?? String(record.id),
    key: `added:${String(record.rowVersion)}`,
  })
}

/** Asks somebody for their view, by a link that is made when the message is written [ELG-9]. */
export const askForView = async ({ work, record }: Told): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: referralMessages['view-asked'],
      recipient: { kind: 'subject' },
      subject: { collection: 'view-requests', record: String(record.id) },
      details: { validUntil: new Date(String(record.endsAt)).toISOString() },
      dedupeKey: `view-asked:${String(record.id)}:${String(record.rowVersion)}`,
    },
  })
}

/** Tells whoever asked that the view is there. */
export const tellOfView = async ({ work, record }: Told): Promise<void> =>
  typeof record.askedBy === 'string'
    ? tellPeople({
        work,
        people: [record.askedBy],
        template: 'referral-answered',
        collection: 'referrals',
        id: String(record.referral),
        key: String(record.id),
      })
    : undefined

const tellReferrerOf = async ({
  work,
  record,
  template,
  key,
}: Told & { template: keyof typeof referralMessages; key: string }): Promise<void> => {
  if (typeof record.incoming !== 'string') return
  const [incoming] = await work.query<{ reference: string }>('select reference from incoming_referrals where id = $1', [
    record.incoming,
  ])
  if (incoming)
    await tellReferrer({ work, id: record.incoming, template, details: { reference: incoming.reference }, key })
}

const tellReferrer = async ({
  work,
  id,
  template,
  details,
  key,
}: {
  work: Work
  id: string
  template: keyof typeof referralMessages
  details: Record<string, unknown>
  key: string
}): Promise<void> => {
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: referralMessages[template],
      recipient: { kind: 'subject' },
      subject: { collection: 'incoming-referrals', record: id },
      details,
      dedupeKey: `${template}:${id}:${key}`,
    },
  })
}

const tellPeople = async ({
  work,
  people,
  template,
  collection,
  id,
  key,
}: {
  work: Work
  people: readonly string[]
  template: keyof typeof referralMessages
  collection: string
  id: string
  key: string
}): Promise<void> => {
  await enqueueNotifications({
    query: work.query,
    now: work.now,
    notifications: people.map((person) => ({
      message: referralMessages[template],
      recipient: { kind: 'user', id: person },
      subject: { collection, record: id },
      dedupeKey: `${template}:${id}:${key}:${person}`,
    })),
  })
}
