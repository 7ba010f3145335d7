import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { isProvenLately } from '../../people/signIn/proving.ts'
import { acceptanceStatement } from './statement.ts'
import { textDigest } from '../versions/textDigest.ts'

type AcceptanceFacts = {
  userId: string
  isAdopted: boolean
  digest: string | undefined
  shownDigest: string
  alreadyAccepted: boolean
  typedName: string
  statement: string
}

const forOneself: Guard<AcceptanceFacts> = ({ userId }, { actor }) =>
  actor.kind === 'person' && actor.userId === userId
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'Everybody accepts for themselves.',
        nextStep: 'Ask the person to sign in and accept it.',
      })

const adoptedVersion: Guard<AcceptanceFacts> = ({ isAdopted }) =>
  isAdopted
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'Only the version that is adopted now can be accepted.',
        nextStep: 'Open the policy again and read that version.',
      })

const textAsShown: Guard<AcceptanceFacts> = ({ digest, shownDigest }) =>
  digest === shownDigest
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'The text you saw is not the text that is adopted now.',
        nextStep: 'Open the policy again and read it.',
      })

const acceptedOnce: Guard<AcceptanceFacts> = ({ alreadyAccepted }) =>
  alreadyAccepted
    ? refused({
        rule: 'POL-4',
        reason: 'You have accepted this version already.',
        nextStep: 'There is nothing more to do.',
      })
    : allowed

const signed: Guard<AcceptanceFacts> = ({ typedName }) =>
  typedName.trim()
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'Type your name to sign.',
        nextStep: 'Type your full name and send it again.',
        field: 'typedName',
      })

/** Whoever finds a phone that is signed in must not sign with it (consent 22). */
const provenLately: Guard<AcceptanceFacts> = (_facts, { actor, now }) =>
  actor.kind === 'person' && isProvenLately({ actor, now })
    ? allowed
    : refused({
        rule: 'POL-4',
        reason: 'You gave your password more than 15 minutes ago, and a signature needs it.',
        nextStep: 'Open the policy in the portal, give your password and sign there.',
      })

/** An acceptance is one person's, of one exact text, and final [POL-4]. */
export const acceptanceWorkflow = defineWorkflow<AcceptanceFacts, 'accepted'>('policy-acceptances', {
  noun: 'acceptance',
  states: { accepted: 'Accepted' },
  initial: 'accepted',
  locks: [{ field: 'version', collection: 'policy-versions' }],
  facts: async ({ work, record }) => {
    const [version] = await work.query<{ status: string; text: unknown; number: string; title: string }>(
      'select v.status::text as status, v.text, v.number, p.title from policy_versions v join policies p on p.id = v.policy_id where v.id = $1',
      [record.version],
    )
    const [earlier] = await work.query('select 1 from policy_acceptances where version_id = $1 and user_id = $2', [
      record.version,
      record.user,
    ])
    return {
      userId: String(record.user),
      isAdopted: version?.status === 'adopted',
      digest: version && textDigest(version.text),
      shownDigest: String(record.textDigest ?? ''),
      alreadyAccepted: earlier !== undefined,
      typedName: String(record.typedName ?? ''),
      statement: version ? acceptanceStatement(version) : '',
    }
  },
  create: {
    label: 'Accept',
    by: [forOneself],
    guards: [adoptedVersion, textAsShown, acceptedOnce, signed, provenLately],
    set: ({ now, facts }) => ({ acceptedAt: now.toISOString(), statement: facts.statement }),
  },
  editable: {},
  transitions: {},
})
