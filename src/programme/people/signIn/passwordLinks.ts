import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import type { Query } from '../../../core/database/query.ts'
import { addJob } from '../../../core/jobs/addJob.ts'
import { attemptsWithin } from '../../../core/jobs/retrySchedule.ts'
import { enqueueNotification } from '../../../core/notifications/enqueueNotification.ts'
import { accountMessages } from '../messageKinds.ts'
import { normalAddress } from './addresses.ts'

/** What a link to choose a password is for; also the name of the message that carries it. */
export type LinkPurpose = 'invitation' | 'password-reset'

/** For how long such a link can be used, in milliseconds: an invitation seven days, a new password an hour. */
const LINK_LIVES: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * 60 * 60_000,
  'password-reset': 60 * 60_000,
}

/** A link that can be used now, and whose account it opens. */
export type UsableLink = { id: string; purpose: LinkPurpose; userId: string; name: string; email: string }

/**
 * Makes a link for an open account and puts its message into the outbox, in the caller's transaction; earlier links of
 * the same purpose are worth nothing from then on. The link itself is stored nowhere. `id` makes a repeat the same
 * link.
 */
export const issueLink = async ({
  work,
  userId,
  purpose,
  id = randomUUID(),
}: {
  work: Work
  userId: string
  purpose: LinkPurpose
  id?: string
}): Promise<void> => {
  const { query, now, req } = work
  const endsAt = new Date(now.getTime() + LINK_LIVES[purpose])
  const [inserted] = await query(
    `insert into sign_in_links (id, user_id, purpose, digest, ends_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6) on conflict (id) do nothing returning id`,
    [
      id,
      userId,
      purpose,
      linkDigest(signInLinkToken({ payload: req.payload, purpose, id })),
      endsAt.toISOString(),
      now.toISOString(),
    ],
  )
  if (!inserted) return
  await query(
    'update sign_in_links set ends_at = least(ends_at, $3) where user_id = $1 and purpose = $2 and used_at is null and id <> $4',
    [userId, purpose, now.toISOString(), id],
  )
  await enqueueNotification({
    query,
    now,
    notification: {
      message: accountMessages[purpose],
      recipient: { kind: 'user', id: userId },
      subject: { collection: 'sign-in-links', record: id },
      details: { validUntil: endsAt.toISOString() },
      dedupeKey: `${purpose}:${id}`,
    },
  })
  await recordEvent({
    work,
    event: {
      action: purpose === 'invitation' ? 'invite' : 'send-password-link',
      collection: 'users',
      recordId: userId,
      detail: { until: endsAt.toISOString() },
    },
  })
}

/** Makes every unused link of a person worth nothing. */
export const revokeLinks = async ({
  query,
  userId,
  now,
}: {
  query: Query
  userId: string
  now: Date
}): Promise<void> => {
  await query('update sign_in_links set ends_at = least(ends_at, $2) where user_id = $1 and used_at is null', [
    userId,
    now.toISOString(),
  ])
}

/** The link that a secret belongs to, when it can be used: not used, not over, none newer, the account open. */
export const usableLink = async ({
  query,
  token,
  now,
  lock = false,
}: {
  query: Query
  token: string
  now: Date
  lock?: boolean
}): Promise<UsableLink | undefined> => {
  const [link] = await query<UsableLink>(
    `select l.id, l.purpose::text as purpose, u.id as "userId", u.name, u.email from sign_in_links l join users u on u.id = l.user_id
     where l.digest = $1 and l.used_at is null and $2 < l.ends_at and u.standing = 'open' ${lock ? 'for no key update of l' : ''}`,
    [linkDigest(token), now.toISOString()],
  )
  return link
}

/** Whether a link's message is still worth sending. */
export const isLinkOpen = async ({ query, id, now }: { query: Query; id: string; now: Date }): Promise<boolean> =>
  (
    await query('select 1 from sign_in_links where id = $1 and used_at is null and $2 < ends_at', [
      id,
      now.toISOString(),
    ])
  ).length > 0

/** The secret part of a link, made again with the key each time it is needed. */
export const signInLinkToken = ({
  payload,
  purpose,
  id,
}: {
  payload: Payload
  purpose: LinkPurpose
  id: string
}): string => linkToken({ payload, subject: { purpose, id, number: 1 } })

/** The task that answers somebody who has forgotten their password. */
export const SEND_PASSWORD_LINK = 'send-password-link'

/**
 * Takes down that somebody asked for a new password for an address, in the caller's transaction. Whether there is such
 * an account is only looked at later, by the worker: so the answer can tell nothing, not even by how long it takes.
 */
export const askForPasswordLink = async ({ work, email }: { work: Work; email: string }): Promise<void> => {
  const linkId = randomUUID()
  await addJob({
    query: work.query,
    job: {
      task: SEND_PASSWORD_LINK,
      payload: { linkId, email: normalAddress(email) },
      key: `${SEND_PASSWORD_LINK}:${linkId}`,
      maxAttempts: attemptsWithin({ hours: 1 }),
    },
  })
  await recordEvent({
    work,
    event: { action: 'ask-for-password-link', collection: 'users', recordId: null, detail: {} },
  })
}

/**
 * Does what was asked for, once however often the job is repeated: a link where the address belongs to an open account,
 * else nothing.
 */
export const sendPasswordLink = async ({ work, request }: { work: Work; request: unknown }): Promise<void> => {
  const { linkId, email } = requestSchema.parse(request)
  const [account] = await work.query<{ id: string }>(
    "select id from users where email = $1 and standing = 'open' for no key update",
    [email],
  )
  if (account) await issueLink({ work, userId: account.id, purpose: 'password-reset', id: linkId })
}

const requestSchema = z.object({ linkId: z.uuid(), email: z.string() })
