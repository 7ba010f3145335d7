import { timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { linkToken } from '../../core/access/linkTokens.ts'
import type { LinkVisit } from '../../programme/consent/linkVisits.ts'
import { LINK_MINUTES } from './linkCookies.ts'

type Passing = { payload: Payload; visit: Pick<LinkVisit, 'requestId' | 'linkNumber' | 'bornOn'>; now: Date }

/** The proof that the date of birth was given for this link: made with the key, stored nowhere, worthless once the link is replaced, the date on record is another, or its time is over. */
export const newPass = ({ payload, visit, now }: Passing): string => {
  const endsAt = now.getTime() + LINK_MINUTES * 60_000
  return `${endsAt}.${sealOf({ payload, visit, endsAt })}`
}

/** Whether a browser holds that proof and it still counts. */
export const isPass = ({ payload, visit, now, pass }: Passing & { pass: string | undefined }): boolean => {
  const [, moment = '', seal = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(pass ?? '') ?? []
  const endsAt = Number(moment)
  return endsAt > now.getTime() && timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf({ payload, visit, endsAt })))
}

const sealOf = ({ payload, visit, endsAt }: Omit<Passing, 'now'> & { endsAt: number }): string =>
  linkToken({ payload, subject: { purpose: `consent-pass ${visit.bornOn} ${endsAt}`, id: visit.requestId, number: visit.linkNumber } })
