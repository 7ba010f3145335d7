import type { Actor } from '../../../core/access/actor.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { FORM_LANGUAGES, isFormLanguage } from '../../people/formLanguages.ts'
import { isCommittee, isTrustee } from '../../people/roles.ts'
import { readConsentWording } from '../consentWording.ts'
import { textDigest } from '../versions/textDigest.ts'
import { adoptedByAnother, nothingToFillIn } from '../versions/rules.ts'
import { wordsOfText } from '../../../core/richText/nodes.ts'
import { writersOf } from '../writers.ts'

type TranslationFacts = {
  kind: string | null
  versionStatus: string | null
  language: unknown
  isTaken: boolean
  words: string
  problem: string | null
  digest: string
  writerIds: string[]
}

const committee: Guard<TranslationFacts> = (_facts, { actor }) =>
  isCommittee(actor)
    ? allowed
    : refused({
        rule: 'POL-3',
        reason: 'A committee member enters the words in another language.',
        nextStep: 'Ask a committee member.',
      })

const committeeOrTrustee: Guard<TranslationFacts> = (_facts, { actor }) =>
  isCommittee(actor) || isTrustee(actor)
    ? allowed
    : refused({
        rule: 'POL-3',
        reason: 'A committee member or trustee adopts the words in another language.',
        nextStep: 'Ask one of them.',
      })

const ofConsentWording: Guard<TranslationFacts> = ({ kind, versionStatus }) => {
  if (kind !== 'consent-wording')
    return refused({
      rule: 'POL-2',
      reason: 'Only the parental consent wording is given in other languages.',
      nextStep: 'Choose one of its versions.',
    })
  return versionStatus === 'superseded'
    ? refused({
        rule: 'POL-2',
        reason: 'This version is no longer in force.',
        nextStep: 'Translate the version that holds now.',
      })
    : allowed
}

const onlyOne: Guard<TranslationFacts> = ({ isTaken, language }) =>
  isTaken
    ? refused({
        rule: 'POL-2',
        reason: `There are words in ${nameOf(language)} for this version already.`,
        nextStep: 'Open those.',
      })
    : allowed

const laidOut: Guard<TranslationFacts> = ({ problem }) =>
  problem === null
    ? allowed
    : refused({
        rule: 'CON-2',
        reason: `The form cannot be made from this text. ${problem}`,
        nextStep: 'Follow the English text, heading by heading.',
      })

const filledIn: Guard<TranslationFacts> = (facts) => nothingToFillIn(facts)

const notTheWriter: Guard<TranslationFacts> = ({ writerIds }, { actor }) =>
  adoptedByAnother({ userId: userIdOf(actor), writerIds })

/**
 * The words of a version in another language are written by some and adopted by somebody who wrote none of them; then
 * they never change [CON-3, POL-3].
 */
export const translationWorkflow = defineWorkflow<TranslationFacts, 'draft' | 'adopted'>('policy-translations', {
  noun: 'translation',
  states: { draft: 'Draft', adopted: 'Adopted' },
  initial: 'draft',
  locks: [{ field: 'version', collection: 'policy-versions' }],
  facts: async ({ work: { query }, record }) => {
    const id = record.id ?? null
    const [version] = await query<{ kind: string; status: string }>(
      'select p.kind::text as kind, v.status::text as status from policy_versions v join policies p on p.id = v.policy_id where v.id = $1',
      [record.version],
    )
    const [taken] = await query(
      'select 1 from policy_translations where version_id = $1 and language::text = $2 and id is distinct from $3',
      [record.version, record.language, id],
    )
    const read = readConsentWording({ text: record.text, isEnglish: false })
    return {
      kind: version?.kind ?? null,
      versionStatus: version?.status ?? null,
      language: record.language,
      isTaken: taken !== undefined,
      words: wordsOfText(record.text),
      problem: 'problem' in read ? read.problem : null,
      digest: textDigest(record.text),
      writerIds: await writersOf({ query, collection: 'policy-translations', id, author: record.author }),
    }
  },
  create: {
    label: 'Start a translation',
    by: [committee],
    guards: [ofConsentWording, onlyOne],
    set: ({ actor }) => ({ author: userIdOf(actor) ?? null }),
  },
  editable: { draft: ['text', 'translatedBy'] },
  transitions: {
    adopt: {
      label: 'Adopt these words',
      from: ['draft'],
      to: 'adopted',
      by: [committeeOrTrustee],
      guards: [notTheWriter, ofConsentWording, filledIn, laidOut],
      set: ({ actor, now, facts }) => ({
        adoptedOn: londonDate(now),
        adoptedByUser: userIdOf(actor) ?? null,
        textDigest: facts.digest,
      }),
      grave: true,
    },
  },
})

const nameOf = (language: unknown): string => (isFormLanguage(language) ? FORM_LANGUAGES[language] : 'this language')

const userIdOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.userId : undefined)
