import { recordEvent } from '../../../core/audit/record.ts'
import type { DomainEvent, EventHandler } from '../../../core/house/defineEvent.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { accountChanged, accountClosed, accountOpened } from '../events.ts'
import { leavingAddress } from '../reachedAt.ts'
import { issueLink, revokeLinks } from './passwordLinks.ts'
import { endEverySession } from './sessions.ts'

/**
 * What saving an account means: a new open one is invited; a change of address or standing takes back what was sent.
 */
export const accountEvents = ({ before, after }: { before: RecordData; after: RecordData }): DomainEvent[] => {
  const userId = String(after.id)
  if (!before.id) return after.standing === 'open' ? [accountOpened({ userId })] : []
  const moved = before.email !== after.email
  return moved || before.standing !== after.standing
    ? [
        accountChanged({ userId, invite: moved && after.standing === 'open' }),
        ...leavingAddress({ before, after }),
        ...(before.standing === 'open' && after.standing === 'closed'
          ? [accountClosed({ userId, successor: typeof after.successor === 'string' ? after.successor : null })]
          : []),
      ]
    : []
}

/** Somebody got an account: they are sent a link to choose a password, in the same transaction. */
export const inviteNewcomer: EventHandler<{ userId: string }> = async ({ work, event: { userId } }) =>
  issueLink({ work, userId, purpose: 'invitation' })

/**
 * An account's address or standing changed: links that went to the old address, or to somebody who may no longer come
 * in, are worth nothing, and every sign-in ends for good: an account that is opened again brings none of them back.
 * Whoever has not chosen a password yet is invited at the new address.
 */
export const endWaysIn: EventHandler<{ userId: string; invite: boolean }> = async ({
  work,
  event: { userId, invite },
}) => {
  await revokeLinks({ query: work.query, userId, now: work.now })
  const ended = await endEverySession({ query: work.query, userId, now: work.now })
  if (ended > 0)
    await recordEvent({
      work,
      event: { action: 'end-every-sign-in', collection: 'users', recordId: userId, detail: { endedSignIns: ended } },
    })
  if (!invite) return
  const [credential] = await work.query('select 1 from credentials where user_id = $1', [userId])
  if (!credential) await issueLink({ work, userId, purpose: 'invitation' })
}
