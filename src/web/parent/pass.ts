import { timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { linkToken } from '../../core/access/linkTokens.ts'
import { LINK_CHECKS, type LinkCheck } from '../../programme/consent/asking/linkChecks.ts'
import type { LinkVisit } from '../../programme/consent/asking/linkVisits.ts'
import { LINK_MINUTES } from './linkCookies.ts'

type Passing = { payload: Payload; visit: Pick<LinkVisit, 'requestId' | 'linkNumber' | 'bornOn' | 'email'>; now: Date }

/**
 * The proof of what was given for this link: made with the key, stored nowhere, worthless once the link is replaced,
 * its time is over, or the date of birth on record, or the address to which the code went, is another.
 */
export const newPass = ({ payload, visit, now, check }: Passing & { check: LinkCheck }): string => {
  const endsAt = now.getTime() + LINK_MINUTES * 60_000
  return `${endsAt}.${sealOf({ payload, visit, endsAt, check })}`
}

/** By which of the checks a browser holds a proof that still counts; undefined where it holds none. */
export const checkPassed = ({
  payload,
  visit,
  now,
  pass,
}: Passing & { pass: string | undefined }): LinkCheck | undefined => {
  const [, moment = '', seal = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(pass ?? '') ?? []
  const endsAt = Number(moment)
  return endsAt > now.getTime()
    ? LINK_CHECKS.find((check) =>
        timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf({ payload, visit, endsAt, check }))),
      )
    : undefined
}

const sealOf = ({
  payload,
  visit,
  endsAt,
  check,
}: Omit<Passing, 'now'> & { endsAt: number; check: LinkCheck }): string =>
  linkToken({
    payload,
    subject: {
      purpose: `consent-pass ${check === 'birthday' ? visit.bornOn : `code ${visit.email}`} ${endsAt}`,
      id: visit.requestId,
      number: visit.linkNumber,
    },
  })
