import { allowed, refused } from '../../../core/errors/refusal.ts'
import { isProvenLately } from '../../people/signIn/proving.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of an acceptance ask about. */
export type AcceptanceFacts = {
  userId: string
  isAdopted: boolean
  digest: string | undefined
  shownDigest: string
  alreadyAccepted: boolean
  typedName: string
  statement: string
}

/** Everybody accepts for themselves [POL-4]. */
export const forOneself: Guard<AcceptanceFacts> = ({ userId }, { actor }) =>
  actor.kind === 'person' && actor.userId === userId
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'Everybody accepts for themselves.',
        nextStep: 'Ask the person to sign in and accept it.',
      })

/** What is accepted is in force [POL-4]. */
export const adoptedVersion: Guard<AcceptanceFacts> = ({ isAdopted }) =>
  isAdopted
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'Only the version that is adopted now can be accepted.',
        nextStep: 'Open the policy again and read that version.',
      })

/** What is accepted is what was read [POL-4]. */
export const textAsShown: Guard<AcceptanceFacts> = ({ digest, shownDigest }) =>
  digest === shownDigest
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'The text you saw is not the text that is adopted now.',
        nextStep: 'Open the policy again and read it.',
      })

/** A version is accepted once [POL-4]. */
export const acceptedOnce: Guard<AcceptanceFacts> = ({ alreadyAccepted }) =>
  alreadyAccepted
    ? refused({
        rule: 'POL-4',
        reason: 'You have accepted this version already.',
        nextStep: 'There is nothing more to do.',
      })
    : allowed

/** An acceptance is signed with a name [POL-4]. */
export const signed: Guard<AcceptanceFacts> = ({ typedName }) =>
  typedName.trim()
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'Type your name to sign.',
        nextStep: 'Type your full name and send it again.',
        field: 'typedName',
      })

/** Whoever finds a phone that is signed in must not sign with it (consent 22). */
export const provenLately: Guard<AcceptanceFacts> = (_facts, { actor, now }) =>
  actor.kind === 'person' && isProvenLately({ actor, now })
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'You gave your password more than 15 minutes ago, and a signature needs it.',
        nextStep: 'Open the policy in the portal, give your password and sign there.',
      })
