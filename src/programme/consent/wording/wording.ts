import { createHash } from 'node:crypto'
import type { FormLanguage } from '../../people/formLanguages.ts'
import type { WordedForm, WordedPart, WordedQuestion } from '../../policies/consentWording.ts'
import { isConsentItem } from '../rules.ts'
import { IN_ENGLISH } from './wordingParts.ts'

/** One thing that a parent says yes or no to, in the words that they read. */
export type WordedItem = WordedQuestion

/**
 * The form that a parent reads and signs, from one adopted version. `text` is all of it, as it is stored; `digest`
 * tells one text from another [CON-3]. In another language than English the same form stands beside it in English, and
 * `text` holds both.
 */
export type ConsentWording = WordedForm & {
  versionId: string
  /** The version’s number. */
  number: string
  /** Undefined where the form is in English. */
  language: FormLanguage | undefined
  english: WordedForm | undefined
  text: string
  digest: string
}

/**
 * What a form is made from: a version’s words, in another language too where the parent reads it, and what is filled
 * in.
 */
export type WordingSource = {
  versionId: string
  number: string
  form: WordedForm
  translated?: { language: FormLanguage; form: WordedForm }
  charityName: string
  renewalMonths: number
}

/** The form in the charity’s name, in the words of a version. */
export const consentWording = ({
  versionId,
  number,
  form,
  translated,
  charityName,
  renewalMonths,
}: WordingSource): ConsentWording => {
  const charity = charityName.replaceAll(/\s+/g, ' ').trim()
  const inEnglish = filled({ form, charity, time: inMonths(renewalMonths) })
  const own =
    translated &&
    filled({
      form: translated.form,
      charity,
      time: inMonthsOf({ months: renewalMonths, language: translated.language }),
    })
  const heading = `Consent form of ${charity}, version ${number}`
  const text = own
    ? [
        asText({ heading, form: own }),
        asText({ heading: `${heading}${IN_ENGLISH}`, form: inEnglish, mark: ENGLISH }),
      ].join('\n\n')
    : asText({ heading, form: inEnglish })
  return {
    ...(own ?? inEnglish),
    versionId,
    number,
    language: translated?.language,
    english: own && inEnglish,
    text,
    digest: wordingDigest(text),
  }
}

/** What is kept beside a wording, to show that it is the one that was signed. */
export const wordingDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The items of a stored wording, in the words in which they were asked then; of two languages, in the parent’s own. */
export const itemsInWording = (text: string): WordedItem[] =>
  text.split('\n\n').flatMap((block) => {
    const [, item = '', title = '', question = '', why = ''] = /^\[([\w-]+)\] (.+)\n(.+)\n(.+)$/.exec(block) ?? []
    return isConsentItem(item) ? [{ item, title, question, why }] : []
  })

/** What marks the points of the English beside another language, so that no point stands twice. */
const ENGLISH = 'en:'

const asText = ({
  heading,
  form: { whatWeDo, items, safety, privacy, signature },
  mark = '',
}: {
  heading: string
  form: WordedForm
  mark?: string
}): string =>
  [
    heading,
    partText(whatWeDo),
    ...items.map(({ item, title, question, why }) => `[${mark}${item}] ${title}\n${question}\n${why}`),
    partText(safety),
    partText(privacy),
    [signature.title, signature.responsibility, signature.declaration].join('\n'),
  ].join('\n\n')

const partText = ({ title, paragraphs }: WordedPart): string => [title, ...paragraphs].join('\n')

const filled = ({
  form: { whatWeDo, items, safety, privacy, signature },
  charity,
  time,
}: {
  form: WordedForm
  charity: string
  time: string
}): WordedForm => {
  // Given as functions: a charity's name may hold signs that mean something to a replacement.
  const fill = (words: string): string => words.replaceAll('{charity}', () => charity).replaceAll('{time}', () => time)
  const part = ({ title, paragraphs }: WordedPart): WordedPart => ({
    title: fill(title),
    paragraphs: paragraphs.map(fill),
  })
  return {
    whatWeDo: part(whatWeDo),
    items: items.map(({ item, title, question, why }) => ({
      item,
      title: fill(title),
      question: fill(question),
      why: fill(why),
    })),
    safety: part(safety),
    privacy: part(privacy),
    signature: {
      title: fill(signature.title),
      responsibility: fill(signature.responsibility),
      declaration: fill(signature.declaration),
    },
  }
}

/** How long a yes lasts, as people say it. */
const inMonths = (months: number): string => {
  if (months % 12 > 0) return months === 1 ? 'one month' : `${months} months`
  return months === 12 ? 'one year' : `${months / 12} years`
}

const inMonthsOf = ({ months, language }: { months: number; language: FormLanguage }): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(months)
