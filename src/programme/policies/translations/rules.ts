import { committeeOnly, committeeOrTrusteesOnly } from '../../people/rules.ts'
import { refused, allowed } from '../../../core/errors/refusal.ts'
import { nothingToFillIn, adoptedByAnother } from '../versions/rules.ts'
import { isFormLanguage, FORM_LANGUAGES } from '../../people/formLanguages.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'
import type { Actor } from '../../../core/access/actor.ts'

/** What the rules of words in another language ask about. */
export type TranslationFacts = {
  kind: string | null
  versionStatus: string | null
  language: unknown
  isTaken: boolean
  words: string
  problem: string | null
  digest: string
  writerIds: string[]
}

/** Whose work it is, and what everybody else is told [POL-3]. */
export const committee = committeeOnly({
  rule: 'POL-3',
  reason: 'A committee member enters the words in another language.',
})

/** Only the parental consent wording is given in other languages, while its version is in use [POL-2]. */
export const ofConsentWording: Guard<TranslationFacts> = ({ kind, versionStatus }) => {
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

/** A version has one text in each language [POL-2]. */
export const onlyOne: Guard<TranslationFacts> = ({ isTaken, language }) =>
  isTaken
    ? refused({
        rule: 'POL-2',
        reason: `There are words in ${nameOf(language)} for this version already.`,
        nextStep: 'Open those.',
      })
    : allowed

/** The form can be made from the text [CON-2]. */
export const laidOut: Guard<TranslationFacts> = ({ problem }) =>
  problem === null
    ? allowed
    : refused({
        rule: 'CON-2',
        reason: `The form cannot be made from this text. ${problem}`,
        nextStep: 'Follow the English text, heading by heading.',
      })

/** Nothing is left to be filled in [POL-2]. */
export const filledIn: Guard<TranslationFacts> = (facts) => nothingToFillIn(facts)

/** Nobody adopts what they wrote [ORG-1]. */
export const notTheWriter: Guard<TranslationFacts> = ({ writerIds }, { actor }) =>
  adoptedByAnother({ userId: userIdOf(actor), writerIds })

const nameOf = (language: unknown): string => (isFormLanguage(language) ? FORM_LANGUAGES[language] : 'this language')

/** The account of the person who acts. */
export const userIdOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.userId : undefined)

/** Who adopts words in another language, and what everybody else is told [POL-3]. */
export const committeeOrTrustee = committeeOrTrusteesOnly({
  rule: 'POL-3',
  reason: 'A committee member or trustee adopts the words in another language.',
})
