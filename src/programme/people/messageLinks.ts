import { leading, toItsRecord, toPage, type WritingOut } from '../../core/house/leading.ts'
import { changeLinkToken, changeWaits, type LinkHolder } from './accountChanges/links.ts'
import { NEW_ADDRESS, PRESENT_ADDRESS } from './accountChanges/rules.ts'
import { accountMessages } from './messageKinds.ts'
import { isLinkOpen, signInLinkToken, type LinkPurpose } from './signIn/passwordLinks.ts'

/**
 * The link to choose a password, made again with the key; undefined when it was used, is over, or a newer one was sent.
 */
const toChooseAPassword =
  (purpose: LinkPurpose) =>
  async ({ payload, query, publicUrl, now, row: { subject } }: WritingOut): Promise<string | undefined> =>
    (await isLinkOpen({ query, id: subject.record, now }))
      ? `${publicUrl}/choose-password/${signInLinkToken({ payload, purpose, id: subject.record })}`
      : undefined

/** The link to say yes or no to another address, for the holder of one mailbox; undefined once it is answered. */
const toAnswerAChange =
  (holder: LinkHolder) =>
  async ({ payload, query, publicUrl, now, row: { subject } }: WritingOut): Promise<string | undefined> =>
    (await changeWaits({ query, id: subject.record, now }))
      ? `${publicUrl}/address-change/${changeLinkToken({ payload, id: subject.record, holder })}`
      : undefined

/** Messages about accounts with where they lead. */
export const deliveredAccountMessages = leading(accountMessages, {
  invitation: { leadsTo: toChooseAPassword('invitation') },
  'password-reset': { leadsTo: toChooseAPassword('password-reset') },
  'address-change-asked': { leadsTo: toAnswerAChange(PRESENT_ADDRESS) },
  'address-confirm': { leadsTo: toAnswerAChange(NEW_ADDRESS) },
  'address-changed': { leadsTo: toPage('/sign-in') },
  'account-change-to-confirm': { leadsTo: toItsRecord },
  'account-change-declined': { leadsTo: toItsRecord },
  'mail-test': { leadsTo: toPage('/admin/set-up') },
  'jobs-left-empty': { leadsTo: toItsRecord },
})
