import { createElement } from 'react'
import { render, toPlainText } from 'react-email'
import { z } from 'zod'
import { applicationReceived } from './applicationReceived.tsx'
import { applicationStep } from './applicationStep.tsx'
import { auditHead } from './auditHead.tsx'
import { callAsked } from './callAsked.tsx'
import { clearanceEnding } from './clearanceEnding.tsx'
import { clearanceEndingOffice } from './clearanceEndingOffice.tsx'
import { consentAnswered } from './consentAnswered.tsx'
import { consentCodeParent } from './consentCodeParent.tsx'
import { consentCopy } from './consentCopy.tsx'
import { consentEnded } from './consentEnded.tsx'
import { consentEndedParent } from './consentEndedParent.tsx'
import { consentEndingParent } from './consentEndingParent.tsx'
import { consentLinkParent } from './consentLinkParent.tsx'
import { consentLinkWaits } from './consentLinkWaits.tsx'
import { consentNewWords } from './consentNewWords.tsx'
import { consentRequested } from './consentRequested.tsx'
import { consentWithdrawn } from './consentWithdrawn.tsx'
import { consentWithdrawnParent } from './consentWithdrawnParent.tsx'
import { formLink } from './formLink.tsx'
import type { Brand } from './frame/brand.ts'
import { commonProps, type CommonProps, type EmailTemplate } from './frame/template.ts'
import { handoverNeeded } from './handoverNeeded.tsx'
import { invitation } from './invitation.tsx'
import { logSubmitted } from './logSubmitted.tsx'
import { matchEnded } from './matchEnded.tsx'
import { meetingCancelled } from './meetingCancelled.tsx'
import { meetingCancelledParent } from './meetingCancelledParent.tsx'
import { meetingConfirmed } from './meetingConfirmed.tsx'
import { meetingConfirmedParent } from './meetingConfirmedParent.tsx'
import { meetingDeclined } from './meetingDeclined.tsx'
import { meetingProposed } from './meetingProposed.tsx'
import { meetingUnconfirmed } from './meetingUnconfirmed.tsx'
import { meetingUnconfirmedParent } from './meetingUnconfirmedParent.tsx'
import { passwordReset } from './passwordReset.tsx'
import { policiesToAccept } from './policiesToAccept.tsx'
import { policyReview } from './policyReview.tsx'
import { referralAnswered } from './referralAnswered.tsx'
import { referralArrived } from './referralArrived.tsx'
import { referralDecided } from './referralDecided.tsx'
import { referralQuestion } from './referralQuestion.tsx'
import { referralReceived } from './referralReceived.tsx'
import { referenceReceived } from './referenceReceived.tsx'
import { referenceRequested } from './referenceRequested.tsx'
import { suggestionAnswered } from './suggestionAnswered.tsx'
import { volunteerWish } from './volunteerWish.tsx'
import { viewAsked } from './viewAsked.tsx'

export type { Brand } from './frame/brand.ts'

/** Every message by the name under which a notification asks for it. */
export const emails = {
  'audit-head': auditHead,
  'meeting-proposed': meetingProposed,
  'meeting-confirmed': meetingConfirmed,
  'meeting-confirmed-parent': meetingConfirmedParent,
  'meeting-declined': meetingDeclined,
  'meeting-unconfirmed': meetingUnconfirmed,
  'meeting-unconfirmed-parent': meetingUnconfirmedParent,
  'meeting-cancelled': meetingCancelled,
  'meeting-cancelled-parent': meetingCancelledParent,
  'log-submitted': logSubmitted,
  invitation,
  'form-link': formLink,
  'password-reset': passwordReset,
  'consent-requested': consentRequested,
  'consent-answered': consentAnswered,
  'consent-copy': consentCopy,
  'consent-link-parent': consentLinkParent,
  'consent-link-waits': consentLinkWaits,
  'consent-code-parent': consentCodeParent,
  'call-asked': callAsked,
  'consent-withdrawn': consentWithdrawn,
  'consent-withdrawn-parent': consentWithdrawnParent,
  'consent-ending-parent': consentEndingParent,
  'consent-new-words': consentNewWords,
  'match-ended': matchEnded,
  'consent-ended': consentEnded,
  'consent-ended-parent': consentEndedParent,
  'referral-received': referralReceived,
  'referral-arrived': referralArrived,
  'referral-decided': referralDecided,
  'application-received': applicationReceived,
  'application-step': applicationStep,
  'reference-requested': referenceRequested,
  'reference-received': referenceReceived,
  'clearance-ending': clearanceEnding,
  'clearance-ending-office': clearanceEndingOffice,
  'volunteer-wish': volunteerWish,
  'handover-needed': handoverNeeded,
  'policies-to-accept': policiesToAccept,
  'policy-review': policyReview,
  'referral-question': referralQuestion,
  'referral-answered': referralAnswered,
  'view-asked': viewAsked,
  'suggestion-answered': suggestionAnswered,
} as const

export type EmailName = keyof typeof emails

/** What a notification keeps for one kind of message. */
export type EmailDetails<Name extends EmailName> = z.output<(typeof emails)[Name]['details']>

/** What one kind of message is rendered from: its notification's details, and what is looked up or derived at that moment. */
export type EmailProps<Name extends EmailName> = EmailDetails<Name> & CommonProps

/** A message ready to send. */
export type RenderedEmail = { subject: string; html: string; text: string }

/** The names of all messages. */
export const emailNames = Object.keys(emails) as EmailName[]

/** Checks what a notification is about to keep. Throws, naming the template and the field, when the template cannot use it. */
export const checkEmailDetails = ({ template, details }: { template: string; details: unknown }): void => {
  const checked = emailNamed(template).details.safeParse(details)
  if (!checked.success) throw new Error(`The details do not fit the message "${template}": ${problemsOf(checked.error)}`)
}

/** Renders one message as HTML and as plain text. Throws, naming the template and the field, when the props do not fit. */
export const renderEmail = async ({ template, props, brand }: { template: string; props: unknown; brand: Brand }): Promise<RenderedEmail> => {
  const email = emailNamed(template)
  const checked = z.strictObject({ ...email.details.shape, ...commonProps }).safeParse(props)
  if (!checked.success) throw new Error(`The message "${template}" cannot be put together: ${problemsOf(checked.error)}`)
  const fitting = checked.data as CommonProps
  const html = await render(createElement(email.Component, { ...fitting, brand }))
  return { subject: oneLine(email.subject(fitting)), html, text: toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] }) }
}

type AnyEmail = EmailTemplate<z.ZodRawShape>

const emailNamed = (template: string): AnyEmail => {
  if (!Object.hasOwn(emails, template)) throw new Error(`There is no message "${template}".`)
  return emails[template as EmailName] as unknown as AnyEmail
}

const problemsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')

const oneLine = (words: string): string => words.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
