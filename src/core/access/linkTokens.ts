import { createHash, createHmac } from 'node:crypto'
import type { Payload } from 'payload'

/** What a link is for, and for which record and which issue of it: a newer issue makes the older link worthless. */
export type LinkSubject = { purpose: string; id: string; number: number }

const LINK_SECRET = Symbol.for('kids-on-track-mentoring.link-secret')

/** Hangs the key, from which links are made, on the one Payload instance of the process. */
export const attachLinkSecret = ({ payload, linkSecret }: { payload: Payload; linkSecret: string }): void => {
  Object.assign(payload, { [LINK_SECRET]: linkSecret })
}

/**
 * The secret part of an emailed link, 256 bits made with the key from what the link is for. Nothing of it is stored:
 * whoever has the database has no link. Throws when no key is attached.
 */
export const linkToken = ({ payload, subject }: { payload: Payload; subject: LinkSubject }): string => {
  const secret = (payload as Payload & { [LINK_SECRET]?: string })[LINK_SECRET]
  if (!secret) throw new Error('No key for links is attached to Payload: call attachLinkSecret after getPayload.')
  return createHmac('sha256', secret).update(`${subject.purpose}\n${subject.id}\n${subject.number}`).digest('base64url')
}

/** What is stored of a link: enough to know it again, not enough to make it. */
export const linkDigest = (token: string): string => createHash('sha256').update(token).digest('hex')
