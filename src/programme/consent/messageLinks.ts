import { linkToken } from '../../core/access/linkTokens.ts'
import { leading, toItsRecord, toPage, type WritingOut } from '../../core/house/leading.ts'
import { needsNewLink } from './asking/delivery.ts'
import { codeToSend } from './asking/emailCodes.ts'
import { consentMessages } from './messageKinds.ts'
import { CONSENT_LINK } from './asking/workflow.ts'

/**
 * The parent's own link; undefined when the request was taken back meanwhile, or the link ended with a former address.
 */
const toTheirForm = async ({
  payload,
  query,
  publicUrl,
  row: { subject },
}: WritingOut): Promise<string | undefined> => {
  const [request] = await query<{ number: number }>(
    `select r.link_number::float8 as number from consent_requests r where r.id = $1 and r.status <> 'cancelled' and not ${needsNewLink('r')}`,
    [subject.record],
  )
  return (
    request &&
    `${publicUrl}/consent/${linkToken({ payload, subject: { purpose: CONSENT_LINK, id: subject.record, number: request.number } })}`
  )
}

/** The same where it is asked for an answer: once there is one, nobody is asked any more. */
const toTheirOpenForm = async (given: WritingOut): Promise<string | undefined> => {
  const [open] = await given.query("select from consent_requests where id = $1 and status = 'open'", [
    given.row.subject.record,
  ])
  return open && toTheirForm(given)
}

/** A volunteer's match stands in the portal; what else it may be about, in the panel. */
const toWhatItIsAbout = (given: WritingOut): string =>
  given.row.subject.collection === 'matches' ? toPage('/portal')(given) : toItsRecord(given)

/** Messages about consent with where they lead. */
export const deliveredConsentMessages = leading(consentMessages, {
  'consent-requested': { leadsTo: toTheirOpenForm },
  'consent-answered': { leadsTo: toItsRecord },
  'consent-copy': {
    leadsTo: toTheirForm,
    // Whoever is told that the copy is ready finds it: when it cannot be made yet, the message waits and is tried
    // again.
    prepares: async ({ query, row: { subject } }) => {
      // The panel’s bundle must not take in the printing: the worker alone writes messages out.
      const { makeNewestCopy } = await import(/* turbopackIgnore: true */ './copies/copyFiles.ts')
      await makeNewestCopy({ query, requestId: subject.record })
      return {}
    },
  },
  'consent-link-parent': { leadsTo: toTheirForm },
  'consent-link-waits': { leadsTo: toItsRecord },
  'consent-code-parent': {
    leadsTo: toTheirForm,
    prepares: async ({ payload, query, now, row: { subject } }) => {
      const code = await codeToSend({ payload, query, requestId: subject.record, now })
      return code === undefined ? undefined : { code }
    },
  },
  'call-asked': { leadsTo: toItsRecord },
  'consent-withdrawn': { leadsTo: toWhatItIsAbout },
  'consent-withdrawn-parent': { leadsTo: toTheirForm },
  'consent-ending-parent': { leadsTo: toTheirForm },
  'consent-new-words': { leadsTo: toTheirForm },
  'consent-ended': { leadsTo: toWhatItIsAbout },
  'consent-ended-parent': { leadsTo: toTheirForm },
})
