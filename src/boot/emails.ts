import { createElement } from 'react'
import { render, toPlainText } from 'react-email'
import { z } from 'zod'
import { accountChangeDeclined } from '../../emails/accountChangeDeclined.tsx'
import { accountChangeToConfirm } from '../../emails/accountChangeToConfirm.tsx'
import { addressChangeAsked } from '../../emails/addressChangeAsked.tsx'
import { addressChanged } from '../../emails/addressChanged.tsx'
import { addressConfirm } from '../../emails/addressConfirm.tsx'
import { applicationReceived } from '../../emails/applicationReceived.tsx'
import { applicationStep } from '../../emails/applicationStep.tsx'
import { auditHead } from '../../emails/auditHead.tsx'
import { callAsked } from '../../emails/callAsked.tsx'
import { clearanceEnding } from '../../emails/clearanceEnding.tsx'
import { clearanceEndingOffice } from '../../emails/clearanceEndingOffice.tsx'
import { consentAnswered } from '../../emails/consentAnswered.tsx'
import { consentCodeParent } from '../../emails/consentCodeParent.tsx'
import { consentCopy } from '../../emails/consentCopy.tsx'
import { consentEnded } from '../../emails/consentEnded.tsx'
import { consentEndedParent } from '../../emails/consentEndedParent.tsx'
import { consentEndingParent } from '../../emails/consentEndingParent.tsx'
import { consentLinkParent } from '../../emails/consentLinkParent.tsx'
import { consentLinkWaits } from '../../emails/consentLinkWaits.tsx'
import { consentNewWords } from '../../emails/consentNewWords.tsx'
import { consentRequested } from '../../emails/consentRequested.tsx'
import { consentWithdrawn } from '../../emails/consentWithdrawn.tsx'
import { consentWithdrawnParent } from '../../emails/consentWithdrawnParent.tsx'
import { formLink } from '../../emails/formLink.tsx'
import { handoverNeeded } from '../../emails/handoverNeeded.tsx'
import { invitation } from '../../emails/invitation.tsx'
import { logSubmitted } from '../../emails/logSubmitted.tsx'
import { matchEnded } from '../../emails/matchEnded.tsx'
import { meetingCancelled } from '../../emails/meetingCancelled.tsx'
import { meetingCancelledParent } from '../../emails/meetingCancelledParent.tsx'
import { meetingConfirmed } from '../../emails/meetingConfirmed.tsx'
import { meetingConfirmedParent } from '../../emails/meetingConfirmedParent.tsx'
import { meetingDeclined } from '../../emails/meetingDeclined.tsx'
import { meetingProposed } from '../../emails/meetingProposed.tsx'
import { meetingUnconfirmed } from '../../emails/meetingUnconfirmed.tsx'
import { meetingUnconfirmedParent } from '../../emails/meetingUnconfirmedParent.tsx'
import { passwordReset } from '../../emails/passwordReset.tsx'
import { policiesToAccept } from '../../emails/policiesToAccept.tsx'
import { policyReview } from '../../emails/policyReview.tsx'
import { referralAnswered } from '../../emails/referralAnswered.tsx'
import { referralArrived } from '../../emails/referralArrived.tsx'
import { referralDecided } from '../../emails/referralDecided.tsx'
import { referralQuestion } from '../../emails/referralQuestion.tsx'
import { referralReceived } from '../../emails/referralReceived.tsx'
import { referenceReceived } from '../../emails/referenceReceived.tsx'
import { referenceRequested } from '../../emails/referenceRequested.tsx'
import { suggestionAnswered } from '../../emails/suggestionAnswered.tsx'
import { volunteerWish } from '../../emails/volunteerWish.tsx'
import { viewAsked } from '../../emails/viewAsked.tsx'
import type { Brand } from '../../emails/frame/brand.ts'
import { commonProps, type CommonProps, type EmailTemplate } from '../../emails/frame/template.ts'
import { problemsOf } from '../core/house/defineMessage.ts'
import { messagesOf } from '../core/house/messages.ts'
import { areas, type DetailsOf, type MessageName } from '../programme/house.ts'

/** How each kind of message reads. One that an area declares and that stands not here, or the other way round, or is given other details, does not compile. */
export const emails: { readonly [Name in MessageName]: EmailTemplate<DetailsOf<Name>> } = {
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
  'address-change-asked': addressChangeAsked,
  'address-confirm': addressConfirm,
  'address-changed': addressChanged,
  'account-change-to-confirm': accountChangeToConfirm,
  'account-change-declined': accountChangeDeclined,
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
}

/** The names of all messages. */
export const emailNames = Object.keys(emails) as MessageName[]

/** A message ready to send. */
export type RenderedEmail = { subject: string; html: string; text: string }

/** Renders one message as HTML and as plain text. Throws, naming the message and the field, when the props do not fit. */
export const renderEmail = async ({ template, props, brand }: { template: string; props: unknown; brand: Brand }): Promise<RenderedEmail> => {
  const message = messagesOf(areas).get(template)
  if (!message || !Object.hasOwn(emails, template)) throw new Error(`There is no message "${template}".`)
  const email = emails[template as MessageName] as EmailTemplate<unknown>
  const checked = z.strictObject({ ...message.details.shape, ...commonProps }).safeParse(props)
  if (!checked.success) throw new Error(`The message "${template}" cannot be put together: ${problemsOf(checked.error)}`)
  const fitting = checked.data as CommonProps
  const html = await render(createElement(email.Component, { ...fitting, brand }))
  return { subject: oneLine(email.subject(fitting)), html, text: toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] }) }
}

const oneLine = (words: string): string => words.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
