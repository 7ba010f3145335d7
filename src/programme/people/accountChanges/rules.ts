import type { Actor } from '../../../core/access/actor.ts'
import { allowed, refused, type Decision, type Refused } from '../../../core/errors/refusal.ts'
import type { Asked } from '../../../core/workflow/workflow.ts'
import { isAdministrator, isCaseworker, isCommittee } from '../roles.ts'
import { isEmailAddress } from '../../../core/fields/emailAddress.ts'
import { isProvenLately } from '../signIn/proving.ts'

/** What can be changed by two people, with the words of the panel. */
export const CHANGE_KINDS = {
  address: 'Another address to sign in with',
  role: 'A role',
  reopen: 'The account is opened again',
  volunteer: 'A volunteer’s record gets this account',
} as const

/** For how many days a proposal waits for the second person. */
export const CHANGE_WAITS_DAYS = 14

/**
 * Where nobody else is left who could confirm, whoever proposed it may after so many days: the person was told, and had
 * time to say no.
 */
const ALONE_AFTER_DAYS = 7

/** Under which names the holders of the two links act. */
export const PRESENT_ADDRESS = 'present-address'
export const NEW_ADDRESS = 'new-address'

/** What the rules ask about. Addresses as accounts keep them. */
export type AccountChangeFacts = {
  id: string | undefined
  kind: keyof typeof CHANGE_KINDS
  userId: string
  proposedBy: string | undefined
  endsAt: Date | undefined
  newAddress: string
  role: string | undefined
  person: { name: string; email: string; isOpen: boolean } | undefined
  isTaken: boolean
  isWaiting: boolean
  volunteer: { id: string; name: string; userId: string | null } | undefined
  userIsVolunteer: boolean
  /**
   * How many people there are now who could be the second, and whether anybody but the proposer ever had a say here.
   */
  seconds: number
  anybodyElseEver: boolean
}

/** Whether it is one's own address that one changes: confirmed by the link to the new one, and by nobody else. */
export const isOwnChange = ({
  kind,
  userId,
  proposedBy,
}: Pick<AccountChangeFacts, 'kind' | 'userId' | 'proposedBy'>): boolean => kind === 'address' && userId === proposedBy

/**
 * Administrators propose; of a volunteer's account the co-ordinator and the committee too; of their own address
 * everybody.
 */
export const mayPropose = ({ kind, userId }: AccountChangeFacts, { actor }: Asked): Decision => {
  const isTheirs =
    isAdministrator(actor) ||
    (kind === 'volunteer' && isCaseworker(actor)) ||
    (kind === 'address' && isSelf(actor, userId))
  return isTheirs
    ? allowed
    : refused({ rule: 'ORG-1', reason: 'Administrators look after accounts.', nextStep: 'Ask one of them.' })
}

/** Nobody gets more by their own proposal, even where somebody else confirms it. */
export const notForOneself = ({ kind, userId, volunteer }: AccountChangeFacts, { actor }: Asked): Decision =>
  kind !== 'address' && actor.kind === 'person' && [userId, volunteer?.userId].includes(actor.userId)
    ? refused({
        rule: 'ORG-1',
        reason: 'This is about you, so somebody else proposes it.',
        nextStep: 'Ask another administrator or committee member.',
      })
    : allowed

/** One's own address needs the password that was given just now: a sign-in that somebody left open is not enough. */
export const ownNeedsPassword = ({ kind, userId }: AccountChangeFacts, { actor, now }: Asked): Decision =>
  kind === 'address' && actor.kind === 'person' && isSelf(actor, userId) && !isProvenLately({ actor, now })
    ? refused({
        rule: 'ORG-1',
        reason: 'Your own address needs your password, given just now.',
        nextStep: 'Change it on the page “Your account”.',
      })
    : allowed

/** What each kind needs to be said. */
export const isComplete = ({
  kind,
  person,
  newAddress,
  role,
  volunteer,
  userIsVolunteer,
}: AccountChangeFacts): Decision => {
  if (!person)
    return refused({ rule: 'INPUT', reason: 'There is no such account.', nextStep: 'Choose whose account it is.' })
  if (kind === 'address' && !isEmailAddress(newAddress))
    return refused({
      rule: 'INPUT',
      reason: 'That is no email address in plain letters.',
      nextStep: 'Enter an address such as name@example.org.',
      field: 'newAddress',
    })
  if (kind === 'address' && newAddress === person.email)
    return refused({
      rule: 'INPUT',
      reason: 'That is the address that is in use already.',
      nextStep: 'Enter the new one.',
      field: 'newAddress',
    })
  if (kind === 'role' && !role)
    return refused({ rule: 'INPUT', reason: 'No role is chosen.', nextStep: 'Choose the role.', field: 'role' })
  if (kind === 'reopen' && person.isOpen)
    return refused({ rule: 'INPUT', reason: 'This account is open.', nextStep: 'There is nothing to do.' })
  if (kind === 'volunteer' && !volunteer)
    return refused({
      rule: 'INPUT',
      reason: 'No volunteer is chosen.',
      nextStep: 'Choose the volunteer whose account this is.',
      field: 'volunteer',
    })
  if (kind === 'volunteer' && userIsVolunteer)
    return refused({
      rule: 'INPUT',
      reason: 'This account belongs to a volunteer’s record already.',
      nextStep: 'Choose another account, or correct that record first.',
      field: 'user',
    })
  return allowed
}

/**
 * One address, one account. Of one's own change it is asked only once the new mailbox has answered, so that nobody
 * finds out by it who has an account.
 */
export const isFree = ({ kind, isTaken }: AccountChangeFacts): Decision =>
  kind === 'address' && isTaken
    ? refused({
        rule: 'INPUT',
        reason: 'This address cannot be used: an account has it.',
        nextStep: 'Use another address.',
        field: 'newAddress',
      })
    : allowed

/** The same for a proposal about somebody else, where administrators see every account anyway. */
export const isFreeForOthers = (facts: AccountChangeFacts, { actor }: Asked): Decision =>
  isSelf(actor, facts.userId) ? allowed : isFree(facts)

/** One proposal of a new address by one person at a time. */
export const oneAtATime = ({ kind, isWaiting }: AccountChangeFacts): Decision =>
  kind === 'address' && isWaiting
    ? refused({
        rule: 'ORG-1',
        reason: 'You have proposed another address for this account already.',
        nextStep: 'Withdraw that one first, under “Changes of accounts”.',
      })
    : allowed

/** A proposal does not wait for ever. */
export const stillWaits = ({ endsAt }: AccountChangeFacts, { now }: Asked): Decision =>
  endsAt && now >= endsAt
    ? refused({ rule: 'ORG-1', reason: 'This waited for two weeks, and is over.', nextStep: 'Propose it again.' })
    : allowed

/**
 * The second person is an administrator or sits on the committee; one's own address is confirmed by its new mailbox
 * alone.
 */
export const mayConfirm = (facts: AccountChangeFacts, { actor }: Asked): Decision =>
  !isOwnChange(facts) && (isAdministrator(actor) || isCommittee(actor))
    ? allowed
    : refused({
        rule: 'ORG-1',
        reason: 'Administrators and the committee confirm changes of accounts.',
        nextStep: 'Ask one of them.',
      })

/**
 * Two different people, neither of them the one whose account it is: whoever proposes never counts twice, and the
 * person concerned says yes by the link to their present address. Where nobody else is left, the proposer may after a
 * week; where nobody else was ever here, at once [ORG-1].
 */
export const twoPeople = (facts: AccountChangeFacts, { actor, now }: Asked): Decision => {
  const { userId, proposedBy, endsAt, seconds, anybodyElseEver, volunteer } = facts
  if (actor.kind === 'person' && [userId, volunteer?.userId].includes(actor.userId))
    return refused({
      rule: 'ORG-1',
      reason: 'This is about you.',
      nextStep:
        'Your word counts by the link that was sent to your present address. Otherwise somebody else confirms it.',
    })
  if (!isSelf(actor, proposedBy) || !anybodyElseEver) return allowed
  if (seconds > 0)
    return refused({
      rule: 'ORG-1',
      reason: 'You proposed this, so somebody else confirms it.',
      nextStep: 'Ask another administrator or a committee member.',
    })
  const aloneFrom = endsAt && endsAt.getTime() - (CHANGE_WAITS_DAYS - ALONE_AFTER_DAYS) * DAY
  return aloneFrom !== undefined && now.getTime() >= aloneFrom
    ? allowed
    : refused({
        rule: 'ORG-1',
        reason: 'You proposed this, and there is nobody else now who could confirm it.',
        nextStep: `You may do so yourself ${ALONE_AFTER_DAYS} days after you proposed it. Until then the person concerned can say no.`,
      })
}

/**
 * Whether the holder of a link may say yes: to one's own change the new mailbox, to another's proposal the present one.
 */
export const isTheirWord = (facts: AccountChangeFacts, { actor }: Asked): Decision =>
  holdsLink({ actor, id: facts.id, holder: isOwnChange(facts) ? NEW_ADDRESS : PRESENT_ADDRESS })
    ? allowed
    : notByThisLink

/** Whether the holder of a link may say no: the present mailbox always, the new one where it was asked. */
export const isTheirNo = (facts: AccountChangeFacts, { actor }: Asked): Decision =>
  holdsLink({ actor, id: facts.id, holder: PRESENT_ADDRESS }) ||
  (isOwnChange(facts) && holdsLink({ actor, id: facts.id, holder: NEW_ADDRESS }))
    ? allowed
    : notByThisLink

/** Only somebody else declines; whoever proposed it withdraws. */
export const isAnothers = ({ proposedBy }: AccountChangeFacts, { actor }: Asked): Decision =>
  isSelf(actor, proposedBy)
    ? refused({ rule: 'ORG-1', reason: 'You proposed this.', nextStep: 'Withdraw it instead.' })
    : allowed

/** Whoever proposed it takes it back. */
export const isOnesOwn = ({ proposedBy }: AccountChangeFacts, { actor }: Asked): Decision =>
  isSelf(actor, proposedBy)
    ? allowed
    : refused({ rule: 'ORG-1', reason: 'Whoever proposed this withdraws it.', nextStep: 'Decline it instead.' })

const DAY = 24 * 60 * 60_000

const notByThisLink = refused({
  rule: 'ORG-1',
  reason: 'This link does not answer that.',
  nextStep: 'Use the newest link that we sent you.',
})

const isSelf = (actor: Actor, userId: string | undefined): boolean => actor.kind === 'person' && actor.userId === userId

const holdsLink = ({ actor, id, holder }: { actor: Actor; id: string | undefined; holder: string }): boolean =>
  actor.kind === 'link' && actor.holder === holder && actor.recordId === id

/** The refusal of what one person may not do alone: who somebody is here, and what they may do [ORG-1]. */
export const needsTwo = ({ what, field }: { what: string; field?: string }): Refused =>
  refused({
    rule: 'ORG-1',
    reason: `${what} takes two people, so it is not done by editing this. Nothing was stored.`,
    nextStep:
      'Propose it under “Changes of accounts”. Another administrator or a committee member who is not concerned confirms it.',
    field,
  })
