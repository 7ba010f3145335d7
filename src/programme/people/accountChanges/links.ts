import type { Payload } from 'payload'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import type { Query } from '../../../core/database/query.ts'
import { NEW_ADDRESS, PRESENT_ADDRESS } from './rules.ts'

/** Whose mailbox a link went to: the present one, or the new one that somebody gave for themselves. */
export type LinkHolder = typeof PRESENT_ADDRESS | typeof NEW_ADDRESS

/** A change that a link can answer now. */
export type AnswerableChange = {
  id: string
  holder: LinkHolder
  isOwn: boolean
  newAddress: string
  presentAddress: string
}

/** The secret of a link, made again with the key each time it is needed. */
export const changeLinkToken = ({
  payload,
  id,
  holder,
}: {
  payload: Payload
  id: string
  holder: LinkHolder
}): string => linkToken({ payload, subject: { purpose: `account-change ${holder}`, id, number: 1 } })

/** Keeps of the links as much as is needed to know them again. The new mailbox gets one only where it is asked. */
export const keepLinks = async ({
  payload,
  query,
  id,
  isOwn,
}: {
  payload: Payload
  query: Query
  id: string
  isOwn: boolean
}): Promise<void> => {
  const digestFor = (holder: LinkHolder): string => linkDigest(changeLinkToken({ payload, id, holder }))
  await query('update account_changes set present_link_digest = $2, new_link_digest = $3 where id = $1', [
    id,
    digestFor(PRESENT_ADDRESS),
    isOwn ? digestFor(NEW_ADDRESS) : null,
  ])
}

/** The change that a secret belongs to, while it waits; undefined for every other reason alike. */
export const changeByToken = async ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<AnswerableChange | undefined> => {
  const [change] = await query<AnswerableChange>(
    `select id, case when present_link_digest = $1 then '${PRESENT_ADDRESS}' else '${NEW_ADDRESS}' end as holder, user_id = proposed_by_id as "isOwn", new_address as "newAddress", present_address as "presentAddress"
     from account_changes where (present_link_digest = $1 or new_link_digest = $1) and kind = 'address' and status = 'proposed' and $2 < ends_at`,
    [linkDigest(token), now.toISOString()],
  )
  return change
}

/** Whether a change still waits, so that the message with its link is worth sending. */
export const changeWaits = async ({ query, id, now }: { query: Query; id: string; now: Date }): Promise<boolean> =>
  (
    await query("select from account_changes where id::text = $1 and status = 'proposed' and $2 < ends_at", [
      id,
      now.toISOString(),
    ])
  ).length > 0
