import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { enqueueNotifications } from '../../../core/notifications/enqueueNotification.ts'
import type { NewNotification, Recipient } from '../../../core/notifications/notification.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { accountMessages } from '../messageKinds.ts'
import { peopleWithRole } from '../queries.ts'
import { isOwnChange, type AccountChangeFacts } from './rules.ts'

type Told = { work: Work; record: RecordData; facts: AccountChangeFacts }

/**
 * Tells at once: the present address of another that was proposed, with a link to say yes or no; the new one of one's
 * own; and those who may confirm it.
 */
export const tellOfProposal = async ({ work, record, facts }: Told): Promise<void> => {
  const validUntil = new Date(String(record.endsAt)).toISOString()
  const own = isOwnChange(facts)
  const asked: NewNotification[] =
    facts.kind === 'address'
      ? [
          about(record, {
            template: 'address-change-asked',
            recipient: { kind: 'address', address: facts.person?.email ?? '' },
            details: { by: own ? 'themselves' : 'another', validUntil },
          }),
          ...(own
            ? [
                about(record, {
                  template: 'address-confirm',
                  recipient: { kind: 'address', address: facts.newAddress },
                  details: { validUntil },
                }),
              ]
            : []),
        ]
      : []
  const seconds = own ? [] : (await peopleToTell(work)).filter((id) => id !== facts.proposedBy && id !== facts.userId)
  await send({
    work,
    notifications: [
      ...asked,
      ...seconds.map((id) => about(record, { template: 'account-change-to-confirm', recipient: { kind: 'user', id } })),
    ],
  })
}

/** Tells both mailboxes that the address is another now. */
export const tellOfNewAddress = async ({ work, record, facts }: Told): Promise<void> => {
  await send({
    work,
    notifications: [
      about(record, {
        template: 'address-changed',
        recipient: { kind: 'address', address: facts.person?.email ?? '' },
        details: { mailbox: 'former' },
      }),
      about(record, {
        template: 'address-changed',
        recipient: { kind: 'address', address: facts.newAddress },
        details: { mailbox: 'new' },
      }),
    ],
  })
}

/**
 * Tells administrators and the committee that a change was declined: a no from the person concerned may mean that
 * somebody tried to take the account.
 */
export const tellOfNo = async ({ work, record, facts }: Told): Promise<void> => {
  const people = (await peopleToTell(work)).filter((id) => work.actor.kind !== 'person' || id !== work.actor.userId)
  await send({
    work,
    notifications: people
      .filter((id) => id !== facts.userId)
      .map((id) => about(record, { template: 'account-change-declined', recipient: { kind: 'user', id } })),
  })
}

const peopleToTell = async ({ query, now }: Work): Promise<string[]> => {
  const on = londonDate(now)
  return [
    ...new Set([
      ...(await peopleWithRole({ query, role: 'administrator', on })),
      ...(await peopleWithRole({ query, role: 'committee', on })),
    ]),
  ]
}

const about = (
  record: RecordData,
  {
    template,
    recipient,
    details,
  }: { template: keyof typeof accountMessages; recipient: Recipient; details?: Record<string, unknown> },
): NewNotification => ({
  message: accountMessages[template],
  recipient,
  subject: { collection: 'account-changes', record: String(record.id) },
  details,
  dedupeKey: `${template}:${String(record.id)}:${'id' in recipient ? recipient.id : 'address' in recipient ? recipient.address : recipient.kind}`,
})

const send = async ({
  work: { query, now },
  notifications,
}: {
  work: Work
  notifications: readonly NewNotification[]
}): Promise<void> => {
  await enqueueNotifications({
    query,
    now,
    notifications: notifications.filter(({ recipient }) => !('address' in recipient) || recipient.address !== ''),
  })
}
