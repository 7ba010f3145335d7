import { createElement } from 'react'
import { render, toPlainText } from 'react-email'
import { z } from 'zod'
import { accountChangeDeclined } from '../../emails/people/accountChangeDeclined.tsx'
import { jobsLeftEmpty } from '../../emails/people/jobsLeftEmpty.tsx'
import { accountChangeToConfirm } from '../../emails/people/accountChangeToConfirm.tsx'
import { addressChangeAsked } from '../../emails/people/addressChangeAsked.tsx'
import { addressChanged } from '../../emails/people/addressChanged.tsx'
import { addressConfirm } from '../../emails/people/addressConfirm.tsx'
import { applicationReceived } from '../../emails/recruitment/applicationReceived.tsx'
import { applicationStep } from '../../emails/recruitment/applicationStep.tsx'
import { auditHead } from '../../emails/core/auditHead.tsx'
import { callAsked } from '../../emails/consent/callAsked.tsx'
import { clearanceEnding } from '../../emails/recruitment/clearanceEnding.tsx'
import { clearanceEndingOffice } from '../../emails/recruitment/clearanceEndingOffice.tsx'
import { consentAnswered } from '../../emails/consent/consentAnswered.tsx'
import { consentCodeParent } from '../../emails/consent/consentCodeParent.tsx'
import { consentCopy } from '../../emails/consent/consentCopy.tsx'
import { consentEnded } from '../../emails/consent/consentEnded.tsx'
import { consentEndedParent } from '../../emails/consent/consentEndedParent.tsx'
import { consentEndingParent } from '../../emails/consent/consentEndingParent.tsx'
import { consentLinkParent } from '../../emails/consent/consentLinkParent.tsx'
import { consentLinkWaits } from '../../emails/consent/consentLinkWaits.tsx'
import { consentNewWords } from '../../emails/consent/consentNewWords.tsx'
import { consentRequested } from '../../emails/consent/consentRequested.tsx'
import { consentWithdrawn } from '../../emails/consent/consentWithdrawn.tsx'
import { consentWithdrawnParent } from '../../emails/consent/consentWithdrawnParent.tsx'
import { formLink } from '../../emails/core/formLink.tsx'
import { handoverNeeded } from '../../emails/matching/handoverNeeded.tsx'
import { invitation } from '../../emails/people/invitation.tsx'
import { logSubmitted } from '../../emails/meetings/logSubmitted.tsx'
import { matchEnded } from '../../emails/matching/matchEnded.tsx'
import { meetingCancelled } from '../../emails/meetings/meetingCancelled.tsx'
import { meetingCancelledParent } from '../../emails/meetings/meetingCancelledParent.tsx'
import { meetingConfirmed } from '../../emails/meetings/meetingConfirmed.tsx'
import { meetingConfirmedParent } from '../../emails/meetings/meetingConfirmedParent.tsx'
import { meetingDeclined } from '../../emails/meetings/meetingDeclined.tsx'
import { meetingProposed } from '../../emails/meetings/meetingProposed.tsx'
import { meetingUnconfirmed } from '../../emails/meetings/meetingUnconfirmed.tsx'
import { meetingUnconfirmedParent } from '../../emails/meetings/meetingUnconfirmedParent.tsx'
import { mailTest } from '../../emails/people/mailTest.tsx'
import { passwordReset } from '../../emails/people/passwordReset.tsx'
import { policiesToAccept } from '../../emails/policies/policiesToAccept.tsx'
import { policyReview } from '../../emails/policies/policyReview.tsx'
import { referralAnswered } from '../../emails/referrals/referralAnswered.tsx'
import { referralArrived } from '../../emails/referrals/referralArrived.tsx'
import { referralDecided } from '../../emails/referrals/referralDecided.tsx'
import { referralQuestion } from '../../emails/referrals/referralQuestion.tsx'
import { referralReceived } from '../../emails/referrals/referralReceived.tsx'
import { interviewAnotherTime } from '../../emails/recruitment/interviewAnotherTime.tsx'
import { referenceReceived } from '../../emails/recruitment/referenceReceived.tsx'
import { referenceRequested } from '../../emails/recruitment/referenceRequested.tsx'
import { suggestionAnswered } from '../../emails/directory/suggestionAnswered.tsx'
import { volunteerWish } from '../../emails/recruitment/volunteerWish.tsx'
import { viewAsked } from '../../emails/referrals/viewAsked.tsx'
import type { Brand } from '../../emails/frame/brand.ts'
import { commonProps, type CommonProps, type EmailTemplate } from '../../emails/frame/template.ts'
import { problemsOf } from '../core/house/defineMessage.ts'
import { messagesOf } from '../core/house/messages.ts'
import { areas, type DetailsOf, type MessageName } from '../programme/house.ts'

/**
 * How each kind of message reads. One that an area declares and that stands not here, or the other way round, or is
 * given other details, does not compile.
 */
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
  'jobs-left-empty': jobsLeftEmpty,
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
  'mail-test': mailTest,
  'application-received': applicationReceived,
  'interview-another-time': interviewAnotherTime,
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

/**
 * Renders one message as HTML and as plain text. Throws, naming the message and the field, when the props do not fit.
 */
export const renderEmail = async ({
  template,
  props,
  brand,
}: {
  template: string
  props: unknown
  brand: Brand
}): Promise<RenderedEmail> => {
  const message = messagesOf(areas).get(template)
  if (!message || !Object.hasOwn(emails, template)) throw new Error(`There is no message "${template}".`)
  const email = emails[template as MessageName] as EmailTemplate<unknown>
  const checked = z.strictObject({ ...message.details.shape, ...commonProps }).safeParse(props)
  if (!checked.success)
    throw new Error(`The message "${template}" cannot be put together: ${problemsOf(checked.error)}`)
  const fitting = checked.data as CommonProps
  const html = await render(createElement(email.Component, { ...fitting, brand }))
  return {
    subject: oneLine(email.subject(fitting)),
    html,
    text: toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] }),
  }
}

const oneLine = (words: string): string => words.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
