import type { SentenceName } from '../../programme/people/parentWords/catalogue.ts'
import type { FieldErrors } from '../design/fieldErrors.ts'
import type { Typed } from '../visit/typed.ts'
import { fieldOf } from './answerFields.ts'
import type { OpenedLink } from './openedLink.ts'

type Speaking = Pick<OpenedLink, 'words' | 'form'>

/**
 * What is wrong with a parent’s form, a sentence a field, in the language of the page: rules speak English, so in
 * another language each field has a sentence of its own.
 */
export const errorsInWords = ({
  link: { words, form },
  typed,
  errors,
}: {
  link: Speaking
  typed: Typed
  errors: FieldErrors
}): FieldErrors => {
  if (words.language === 'en') return errors
  return Object.fromEntries(
    Object.keys(errors).map((field) => {
      const point = form.items.find(({ item }) => fieldOf(item) === field)
      if (point) return [field, words.say('form.no-answer', { point: point.title })]
      const { nothing, odd } = SAID[field] ?? { nothing: 'answered.not-stored', odd: 'answered.not-stored' }
      return [field, words.say((typed[field] ?? '').trim() === '' ? nothing : odd)]
    }),
  )
}

/** What is said in the language of the page where something was refused as a whole. */
export const sentencesInWords = ({
  link: { words },
  sentences,
}: {
  link: Pick<OpenedLink, 'words'>
  sentences: string[]
}): string[] => (words.language === 'en' || sentences.length === 0 ? sentences : [words.say('answered.not-stored')])

const SAID: Readonly<Record<string, { nothing: SentenceName; odd: SentenceName }>> = {
  relationship: { nothing: 'form.no-relationship', odd: 'form.no-relationship' },
  parentalResponsibility: { nothing: 'sign.no-tick', odd: 'sign.no-tick' },
  name: { nothing: 'sign.no-name', odd: 'sign.odd-name' },
  reason: { nothing: 'decline.too-long', odd: 'decline.too-long' },
  number: { nothing: 'call.no-number', odd: 'call.odd-number' },
  bestTime: { nothing: 'call.too-long', odd: 'call.too-long' },
  words: { nothing: 'call.too-long', odd: 'call.too-long' },
}
