import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { lockRecords } from '../../../core/database/locks.ts'
import type { Query } from '../../../core/database/query.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { addJob } from '../../../core/jobs/addJob.ts'
import { attemptsWithin } from '../../../core/jobs/retrySchedule.ts'
import { visitOfRequest } from './linkVisits.ts'
import { sendCodeToParent } from '../messages.ts'

/** The task that answers whoever holds a link and asked for a code. */
export const SEND_CONSENT_CODE = 'send-consent-code'

/** How long a code can be used, in minutes from when it was made. */
export const CODE_MINUTES = 10

/** After so many wrong tries a code is worthless. */
export const CODE_TRIES = 5

/** So many codes are sent for one link within an hour. */
export const CODES_AN_HOUR = 3

/**
 * Takes down that the holder of a link wants a code sent to the address that they typed. Whether it is the one that we
 * have is only looked at later, by the worker: the answer can tell nothing, not even by how long it takes.
 */
export const askForCode = async ({
  query,
  requestId,
  address,
}: {
  query: Query
  requestId: string
  address: string
}): Promise<void> => {
  const asking = randomUUID()
  await addJob({
    query,
    job: {
      task: SEND_CONSENT_CODE,
      payload: { asking, requestId, addressDigest: digestOfAddress(address) },
      key: `${SEND_CONSENT_CODE}:${asking}`,
      maxAttempts: attemptsWithin({ hours: 1 }),
    },
  })
}

/**
 * Does what was asked for, in the caller's transaction: a code goes to the address on file, where that is the one that
 * was typed and this parent or carer answered by this link before while it went to that very address. An address at
 * which nobody ever gave the child's date of birth may be somebody else's: a code sent there would show only that the
 * mistake is the same one. Of a code
 * nothing is stored but that there is one:
 * it is made with the key, as links are, when its message is written.
 */
export const sendCode = async ({ work, request }: { work: Work; request: unknown }): Promise<void> => {
  const { query, now, req } = work
  const { asking, requestId, addressDigest } = requestSchema.parse(request)
  const [known] = await query<{ childId: string }>('select child_id as "childId" from consent_requests where id = $1', [
    requestId,
  ])
  if (!known) return
  await lockRecords({
    req,
    targets: [
      { collection: 'children', id: known.childId },
      { collection: 'consent-requests', id: requestId },
    ],
  })
  const visit = await visitOfRequest({ query, requestId, now })
  if (!visit?.email || digestOfAddress(visit.email) !== addressDigest) return
  const [standing] = await query<{ isProved: boolean; sent: number }>(
    `select exists (select from consent_copies where request_id = $1 and facts->>'method' = 'link' and lower(trim(facts->>'linkSentTo')) = lower(trim($2))) as "isProved",
       (select count(*)::float8 from consent_email_codes where request_id = $1 and made_at > $3) as sent`,
    [requestId, visit.email, new Date(now.getTime() - 60 * 60_000).toISOString()],
  )
  if (!standing?.isProved || standing.sent >= CODES_AN_HOUR) return
  const made = await query(
    'insert into consent_email_codes (id, request_id, link_number, address_digest, made_at, ends_at) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id',
    [
      asking,
      requestId,
      visit.linkNumber,
      addressDigest,
      now.toISOString(),
      new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString(),
    ],
  )
  if (made.length === 0) return
  await recordEvent({
    work,
    event: { action: 'send-code', collection: 'consent-requests', recordId: requestId, detail: {} },
  })
  await sendCodeToParent({ work, request: { id: requestId, guardianId: visit.guardianId }, asking })
}

/**
 * The newest code of a request, as its message shows it; undefined where it can no longer be used, so that the message
 * is not worth sending.
 */
export const codeToSend = async ({
  payload,
  query,
  requestId,
  now,
}: {
  payload: Payload
  query: Query
  requestId: string
  now: Date
}): Promise<string | undefined> => {
  const code = await usableCode({ query, requestId, now })
  return code && codeOf({ payload, code })
}

/**
 * Holds a code against the newest one that was sent for a link: six digits, once, within ten minutes, five tries. Tries
 * are counted under the request's lock and committed, as wrong dates of birth are. A right code ends the waiting after
 * wrong dates: whoever reads the mail of that address is not the one who guessed.
 */
export const checkCode = ({
  work,
  requestId,
  given,
}: {
  work: Work
  requestId: string
  given: string
}): Promise<'right' | 'wrong'> =>
  inTransaction({
    req: work.req,
    work: async () => {
      const { query, now, req } = work
      await lockRecords({ req, targets: [{ collection: 'consent-requests', id: requestId }] })
      const code = await usableCode({ query, requestId, now })
      if (!code) return 'wrong'
      const isRight =
        given.length === CODE_DIGITS &&
        timingSafeEqual(Buffer.from(given), Buffer.from(codeOf({ payload: req.payload, code })))
      await query('update consent_email_codes set wrong_tries = wrong_tries + $2, used_at = $3 where id = $1', [
        code.id,
        isRight ? 0 : 1,
        isRight ? now.toISOString() : null,
      ])
      if (isRight)
        await query('update consent_requests set wrong_tries = 0, locked_until = null where id = $1', [requestId])
      await recordEvent({
        work,
        event: {
          action: isRight ? 'open-link' : 'refuse-to-open-link',
          collection: 'consent-requests',
          recordId: requestId,
          detail: isRight ? { by: 'email-code' } : { by: 'email-code', wrongTries: code.wrongTries + 1 },
        },
      })
      return isRight ? 'right' : 'wrong'
    },
  })

/** Removes what is known of codes that ended a day ago; for a scheduled task. */
export const pruneEmailCodes = async ({ query, now }: { query: Query; now: Date }): Promise<void> => {
  await query('delete from consent_email_codes where ends_at < $1', [
    new Date(now.getTime() - 24 * 60 * 60_000).toISOString(),
  ])
}

type StoredCode = { id: string; linkNumber: number; wrongTries: number }

/**
 * The newest code, as long as it can be used: not used, not tried too often, in time, and for the link and the address
 * that hold today.
 */
const usableCode = async ({
  query,
  requestId,
  now,
}: {
  query: Query
  requestId: string
  now: Date
}): Promise<StoredCode | undefined> => {
  const [newest] = await query<StoredCode & { isUsable: boolean; addressDigest: string; email: string | null }>(
    `select k.id, k.link_number::float8 as "linkNumber", k.wrong_tries::float8 as "wrongTries", k.address_digest as "addressDigest", g.email,
       k.used_at is null and k.wrong_tries < $2 and k.ends_at > $3 and k.link_number = r.link_number as "isUsable"
     from consent_email_codes k join consent_requests r on r.id = k.request_id join guardians g on g.id = r.guardian_id where k.request_id = $1 order by k.made_at desc, k.id desc limit 1`,
    [requestId, CODE_TRIES, now.toISOString()],
  )
  return newest?.isUsable && digestOfAddress(newest.email ?? '') === newest.addressDigest ? newest : undefined
}

const CODE_DIGITS = 6

/** Six digits from the first 48 bits of what the key makes of this code: each number as likely as any other. */
const codeOf = ({ payload, code: { id, linkNumber } }: { payload: Payload; code: StoredCode }): string =>
  String(
    Buffer.from(
      linkToken({ payload, subject: { purpose: 'consent-email-code', id, number: linkNumber } }),
      'base64url',
    ).readUIntBE(0, 6) %
      10 ** CODE_DIGITS,
  ).padStart(CODE_DIGITS, '0')

const digestOfAddress = (address: string): string => linkDigest(address.trim().toLowerCase())

const requestSchema = z.object({ asking: z.uuid(), requestId: z.uuid(), addressDigest: z.string() })
