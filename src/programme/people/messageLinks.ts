import { leading, type WritingOut } from '../../core/house/leading.ts'
import { accountMessages } from './messageKinds.ts'
import { isLinkOpen, signInLinkToken, type LinkPurpose } from './signIn/passwordLinks.ts'

/** The link to choose a password, made again with the key; undefined when it was used, is over, or a newer one was sent. */
const toChooseAPassword =
  (purpose: LinkPurpose) =>
  async ({ payload, query, publicUrl, now, row: { subject } }: WritingOut): Promise<string | undefined> =>
    (await isLinkOpen({ query, id: subject.record, now })) ? `${publicUrl}/choose-password/${signInLinkToken({ payload, purpose, id: subject.record })}` : undefined

/** Messages about accounts with where they lead. */
export const deliveredAccountMessages = leading(accountMessages, {
  invitation: { leadsTo: toChooseAPassword('invitation') },
  'password-reset': { leadsTo: toChooseAPassword('password-reset') },
})
