import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { lockRecords } from '../../../core/database/locks.ts'
import type { Query } from '../../../core/database/query.ts'
import { addJob } from '../../../core/jobs/addJob.ts'
import { attemptsWithin } from '../../../core/jobs/retrySchedule.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { visitByToken, visitOfRequest } from './linkVisits.ts'
import { sendLinkAgain, wasLinkSentSince } from '../messages.ts'
import { CONSENT_LINK, consentRequestWorkflow, LINK_RENEWED } from './workflow.ts'

/** The task that answers whoever came by a link that cannot be used and asked for a new one. */
export const SEND_CONSENT_LINK = 'send-consent-link'

/** At most one new link goes out for a request in so many minutes. */
const NEW_LINK_MINUTES = 60

/**
 * Takes down that the holder of this token wants a new link; without a token too. What it once led to is only looked at
 * later, by the worker: the answer can tell nothing, not even by how long it takes [CON-7].
 */
export const askForNewLink = async ({ query, token }: { query: Query; token: string | undefined }): Promise<void> => {
  const asking = randomUUID()
  await addJob({
    query,
    job: {
      task: SEND_CONSENT_LINK,
      payload: { asking, digest: linkDigest(token ?? '') },
      key: `${SEND_CONSENT_LINK}:${asking}`,
      maxAttempts: attemptsWithin({ hours: 1 }),
    },
  })
}

/**
 * Does what was asked for, in the caller's transaction: the newest link goes to the address on record, where this was
 * once a link of a request that still stands and whose parent or carer still decides [CON-8, CON-9]. One that ran out,
 * or ended with a former address, is renewed first; one that can be used stays as it is, so that nobody who asks ends somebody else's. Nothing where wrong dates of birth have closed it:
 * then a person of ours looks at it.
 */
export const sendNewLink = async ({ work, request }: { work: Work; request: unknown }): Promise<void> => {
  const { query, now, req } = work
  const { asking, digest } = requestSchema.parse(request)
  const [known] = await query<{ id: string; childId: string }>(
    'select id, child_id as "childId" from consent_requests where link_digest = $1 or id = (select request_id from past_consent_links where digest = $1)',
    [digest],
  )
  if (!known) return
  await lockRecords({
    req,
    targets: [
      { collection: 'children', id: known.childId },
      { collection: 'consent-requests', id: known.id },
    ],
  })
  const visit = await visitOfRequest({ query, requestId: known.id, now })
  if (
    !visit ||
    (await wasLinkSentSince({ query, requestId: known.id, since: new Date(now.getTime() - NEW_LINK_MINUTES * 60_000) }))
  )
    return
  const token = linkToken({
    payload: req.payload,
    subject: { purpose: CONSENT_LINK, id: known.id, number: visit.linkNumber },
  })
  if (await visitByToken({ query, token, now }))
    await recordEvent({
      work,
      event: { action: 'send-link-again', collection: 'consent-requests', recordId: known.id, detail: {} },
    })
  else
    await performAction({
      work,
      workflow: consentRequestWorkflow,
      id: known.id,
      action: LINK_RENEWED[visit.status],
      input: {},
    })
  await sendLinkAgain({ work, request: { id: known.id, guardianId: visit.guardianId }, asking })
}

const requestSchema = z.object({ asking: z.uuid(), digest: z.string() })
