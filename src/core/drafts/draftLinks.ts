import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { linkDigest, linkToken } from '../access/linkTokens.ts'
import type { Work } from '../access/work.ts'
import type { Query } from '../database/query.ts'
import { addJob } from '../jobs/addJob.ts'
import { attemptsWithin } from '../jobs/retrySchedule.ts'
import { coreMessages } from '../messageKinds.ts'
import { enqueueNotification } from '../notifications/enqueueNotification.ts'
import type { Draft } from './drafts.ts'

/** The task that answers somebody who has lost the link to a form. */
export const SEND_FORM_LINK = 'send-form-link'

/**
 * Sends the link to a form to an address, in the caller's transaction, and gives its secret. An address other than the
 * one before gets a new link, and the older one is worth nothing from then on: it may have been typed wrongly.
 */
export const mailDraftLink = async ({
  work,
  draft,
  email,
}: {
  work: Work
  draft: Draft
  email: string
}): Promise<{ token: string }> => {
  const number = draft.linkNumber > 0 && draft.email === email ? draft.linkNumber : draft.linkNumber + 1
  const token = draftLinkToken({ payload: work.req.payload, id: draft.id, number })
  await work.query(
    'update form_drafts set email = $2, link_number = $3, link_digest = $4, updated_at = $5 where id = $1 and sent_at is null',
    [draft.id, email, number, linkDigest(token), work.now.toISOString()],
  )
  await enqueueLink({ work, draftId: draft.id, mailing: randomUUID() })
  return { token }
}

/**
 * Takes down that somebody wants the link to their form, in the caller's transaction. Whether there is one for that
 * address is only looked at later, by the worker: the answer can tell nothing, not even by how long it takes.
 */
export const askForDraftLink = async ({
  work,
  form,
  email,
}: {
  work: Work
  form: string
  email: string
}): Promise<void> => {
  const mailing = randomUUID()
  await addJob({
    query: work.query,
    job: {
      task: SEND_FORM_LINK,
      payload: { mailing, form, email },
      key: `${SEND_FORM_LINK}:${mailing}`,
      maxAttempts: attemptsWithin({ hours: 1 }),
    },
  })
}

/**
 * Does what was asked for, once however often the job is repeated: the newest form begun under that address, else
 * nothing.
 */
export const sendDraftLink = async ({ work, request }: { work: Work; request: unknown }): Promise<void> => {
  const { mailing, form, email } = requestSchema.parse(request)
  const [draft] = await work.query<{ id: string }>(
    'select id from form_drafts where form = $1 and email = $2 and link_digest is not null and sent_at is null and $3 < ends_at order by updated_at desc limit 1',
    [form, email, work.now.toISOString()],
  )
  if (draft) await enqueueLink({ work, draftId: draft.id, mailing })
}

/**
 * Ends every link to a form that went to an address which is somebody's no longer. The browser that began the form goes
 * on with it.
 */
export const endDraftLinks = async ({
  query,
  email,
  now,
}: {
  query: Query
  email: string
  now: Date
}): Promise<void> => {
  await query(
    'update form_drafts set email = null, link_digest = null, updated_at = $2 where lower(email) = $1 and sent_at is null',
    [email, now.toISOString()],
  )
}

/** Where a message about a form leads; undefined when the form was sent meanwhile, or its time is over. */
export const draftLink = async ({
  payload,
  query,
  publicUrl,
  id,
  now,
}: {
  payload: Payload
  query: Query
  publicUrl: string
  id: string
  now: Date
}): Promise<string | undefined> => {
  const [draft] = await query<{ form: string; number: number }>(
    'select form, link_number::float8 as number from form_drafts where id = $1 and sent_at is null and $2 < ends_at',
    [id, now.toISOString()],
  )
  return draft && `${publicUrl}/${draft.form}/return/${draftLinkToken({ payload, id, number: draft.number })}`
}

const requestSchema = z.object({ mailing: z.uuid(), form: z.string(), email: z.string() })

const draftLinkToken = ({ payload, id, number }: { payload: Payload; id: string; number: number }): string =>
  linkToken({ payload, subject: { purpose: 'form-draft', id, number } })

const enqueueLink = async ({
  work,
  draftId,
  mailing,
}: {
  work: Work
  draftId: string
  mailing: string
}): Promise<void> => {
  const [row] = await work.query<{ ends: Date }>('select ends_at as ends from form_drafts where id = $1', [draftId])
  if (!row) return
  await enqueueNotification({
    query: work.query,
    now: work.now,
    notification: {
      message: coreMessages['form-link'],
      recipient: { kind: 'subject' },
      subject: { collection: 'form-drafts', record: draftId },
      details: { validUntil: new Date(row.ends).toISOString() },
      dedupeKey: `form-link:${draftId}:${mailing}`,
    },
  })
}
