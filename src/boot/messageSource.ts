import type { Payload } from 'payload'
import type { Query } from '../core/database/query.ts'
import { plainQuery } from '../core/database/transaction.ts'
import { draftLink } from '../core/drafts/draftLinks.ts'
import type { MessageSource, NotToBeWrittenTo } from '../core/notifications/deliverNotification.ts'
import type { MailAddress } from '../core/notifications/mailer.ts'
import type { NotificationRow, NotificationSubject } from '../core/notifications/notification.ts'
import { clockOf } from '../core/services.ts'
import { readSettings, type Settings } from '../core/settings/settings.ts'
import { makeNewestCopy } from '../programme/consent/copyFiles.ts'
import { codeToSend } from '../programme/consent/emailCodes.ts'
import { CODE_MESSAGE } from '../programme/consent/messages.ts'
import { mayBeWrittenTo } from '../programme/people/contactRules.ts'
import { trackToken, viewToken } from '../programme/referrals/trackLinks.ts'
import { consentLink } from './consentLink.ts'
import { applicationLink, referenceLink } from './recruitmentLinks.ts'
import { signInLink } from './signInLink.ts'

/** Ties the outbox to the people and the templates: where a message goes today, and what it says. Links are made here and stored nowhere. */
export const messageSource = ({ payload, publicUrl }: { payload: Payload; publicUrl: string }): MessageSource => {
  const query = plainQuery(payload)
  return {
    resolveRecipient: async ({ recipient, subject }) => {
      if (recipient.kind === 'subject') return personNamedBy({ query, subject })
      if (recipient.kind === 'address') return { address: recipient.address, name: '' }
      if (recipient.kind === 'guardian') return guardianNamed({ query, id: recipient.id })
      const [found] = await query<MailAddress>("select email as address, name from users where id = $1 and standing = 'open'", [recipient.id])
      return found
    },
    renderMessage: async ({ row, recipient }) => {
      const settings = await readSettings({ query })
      const link = await linkOf({ payload, publicUrl, row, settings })
      if (link === undefined) return undefined
      const code = row.template === CODE_MESSAGE ? await codeToSend({ payload, query, requestId: row.subject.record, now: clockOf(payload).now() }) : undefined
      if (row.template === CODE_MESSAGE && code === undefined) return undefined
      // Whoever is told that the copy is ready finds it: when it cannot be made yet, the message waits and is tried again.
      if (row.template === 'consent-copy') await makeNewestCopy({ query, requestId: row.subject.record })
      const recipientName = recipient.name.trim().split(/\s+/)[0]?.slice(0, 60)
      // With its own packages, which nobody needs before the first message.
      const { renderEmail } = await import('../../emails/index.ts')
      return renderEmail({
        template: row.template,
        props: { ...row.details, link, ...(recipientName ? { recipientName } : {}), ...(code ? { code } : {}) },
        brand: { charityName: settings.charityName, accent: settings.accent },
      })
    },
  }
}

/** A parent or carer as they may be written to today: the contact rule may have changed since the message was written [CON-8]. */
const guardianNamed = async ({ query, id }: { query: Query; id: string }): Promise<MailAddress | NotToBeWrittenTo | undefined> => {
  const [found] = await query<MailAddress & { mayBeWrittenTo: boolean }>(`select coalesce(email, '') as address, name, ${mayBeWrittenTo('g')} as "mayBeWrittenTo" from guardians g where id = $1`, [id])
  if (found && !found.mayBeWrittenTo) return { notBecause: NOT_TO_BE_CONTACTED }
  return found?.address ? { address: found.address, name: found.name } : undefined
}

const NOT_TO_BE_CONTACTED = 'This parent or carer is not to be contacted, so the message was not sent. If that has changed, change it on their record, then send the message again.'

/** Where each kind of record that names its own reader keeps the address. */
const NAMED: Readonly<Record<string, string>> = {
  'form-drafts': "select email as address, '' as name from form_drafts where id = $1 and email is not null",
  'view-requests': 'select email as address, name from view_requests where id = $1',
  'incoming-referrals': 'select referrer_email as address, referrer_name as name from incoming_referrals where id = $1',
  applications: 'select email as address, name from applications where id = $1',
  'volunteer-references': "select referee_email as address, referee_name as name from volunteer_references where id = $1 and coalesce(referee_email, '') <> ''",
}

const personNamedBy = async ({ query, subject }: { query: Query; subject: NotificationSubject }): Promise<MailAddress | undefined> => {
  const statement = NAMED[subject.collection]
  return statement === undefined ? undefined : (await query<MailAddress>(statement, [subject.record]))[0]
}

/** Where a message's button leads; undefined when its link can no longer be used, so that the message is not worth sending. */
const linkOf = async ({ payload, publicUrl, row, settings }: { payload: Payload; publicUrl: string; row: NotificationRow; settings: Settings }): Promise<string | undefined> => {
  if (row.subject.collection === 'consent-requests') return consentLink({ payload, publicUrl, row })
  if (row.subject.collection === 'form-drafts') return draftLink({ payload, query: plainQuery(payload), publicUrl, id: row.subject.record, now: clockOf(payload).now() })
  if (row.subject.collection === 'incoming-referrals' && row.recipient.kind === 'subject') return `${publicUrl}/refer/track/${trackToken({ payload, id: row.subject.record })}`
  if (row.subject.collection === 'applications') return applicationLink({ payload, publicUrl, row })
  if (row.subject.collection === 'volunteer-references') return referenceLink({ payload, publicUrl, row })
  if (row.subject.collection === 'view-requests') return `${publicUrl}/refer/view/${viewToken({ payload, id: row.subject.record })}`
  if (row.subject.collection === 'sign-in-links') return signInLink({ payload, publicUrl, row })
  return linkFor({ row, settings, publicUrl })
}

/** The link of every other message: a record behind sign-in, or for parents an email to the charity. */
const linkFor = ({ row, settings, publicUrl }: { row: NotificationRow; settings: Settings; publicUrl: string }): string => {
  const { subject, template } = row
  if (isReferral(subject.collection) && row.recipient.kind === 'user') return `${publicUrl}/admin/collections/${subject.collection}/${subject.record}`
  if (template.endsWith('-parent')) return settings.officeEmail ? `mailto:${settings.officeEmail}` : publicUrl
  if (template === 'suggestion-answered') return `${publicUrl}/portal/directory#suggestions`
  if (template === 'clearance-ending') return `${publicUrl}/portal/record`
  if (template === 'policies-to-accept') return `${publicUrl}/portal/policies`
  if (template === 'audit-head') return `${publicUrl}/admin/collections/audit-events`
  if (template === 'policy-review') return `${publicUrl}/admin/policies`
  if (OF_THE_PANEL.has(template) || subject.collection === 'children') return `${publicUrl}/admin/collections/${subject.collection}/${subject.record}`
  return subject.collection === 'meetings' ? `${publicUrl}/portal/meetings/${subject.record}` : `${publicUrl}/portal`
}

/** The messages whose record is opened in the panel. */
const OF_THE_PANEL = new Set(['meeting-proposed', 'log-submitted', 'clearance-ending-office', 'volunteer-wish', 'handover-needed', 'call-asked'])

const isReferral = (collection: string): boolean => collection === 'incoming-referrals' || collection === 'referrals'
