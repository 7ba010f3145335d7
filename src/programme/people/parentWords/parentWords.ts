import { londonTime, speakDate, speakMoment, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { FORM_LANGUAGES, isFormLanguage, runsFromTheRight, type FormLanguage } from '../formLanguages.ts'
import type { Catalogue, SentenceName } from './catalogue.ts'
import { ENGLISH } from './english.ts'
import { POLISH } from './polish.ts'
import { URDU } from './urdu.ts'

/** A language in which parents’ pages and emails can be. */
export type PageLanguage = 'en' | FormLanguage

/** What is filled into a sentence, by the name of its place. */
type Filling = Readonly<Record<string, string | number>>

/** The house’s words for parents in one language. */
export type ParentWords = {
  language: PageLanguage
  /** As HTML names the language. */
  code: string
  direction: 'ltr' | 'rtl'
  say: (name: SentenceName, filling?: Filling) => string
  /** A calendar date, a moment in London, and a time of day, as people read them. */
  date: (date: CalendarDate) => string
  moment: (moment: Date) => string
  time: (moment: Date) => string
  /** So many minutes, to wait. */
  minutes: (count: number) => string
}

const CATALOGUES: Readonly<Partial<Record<FormLanguage, Catalogue>>> = { pl: POLISH, ur: URDU }

/** The sentences of the house that a language lacks, by their English words; none where parents can be written to in it. */
export const missingSentences = (language: FormLanguage, catalogue: Catalogue = CATALOGUES[language] ?? {}): string[] =>
  (Object.keys(ENGLISH) as SentenceName[]).filter((name) => !catalogue[name]?.trim()).map((name) => ENGLISH[name])

/** The languages other than English in which the pages for parents are complete. */
export const COMPLETE_LANGUAGES: readonly FormLanguage[] = (Object.keys(CATALOGUES) as FormLanguage[]).filter(
  (language) => missingSentences(language).length === 0,
)

/** How each language calls itself, for whoever looks for their own. */
export const OWN_NAMES: Readonly<Partial<Record<PageLanguage, string>>> = { en: 'English', pl: 'Polski', ur: 'اردو' }

/** Whether the pages for parents are complete in a language. */
export const isComplete = (language: unknown): language is PageLanguage =>
  language === 'en' || (isFormLanguage(language) && COMPLETE_LANGUAGES.includes(language))

/** The words in a language; in English where the pages are not complete in it. */
export const wordsIn = (language: unknown): ParentWords => {
  if (!isComplete(language) || language === 'en') return IN_ENGLISH
  const catalogue = CATALOGUES[language] ?? {}
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`${language}-GB-u-nu-latn`, { timeZone: 'Europe/London', ...options })
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const moment = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
  })
  const minutes = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  return {
    language,
    code: language,
    direction: runsFromTheRight(language) ? 'rtl' : 'ltr',
    say: (name, filling) => filled(catalogue[name] ?? ENGLISH[name], filling),
    date: (date) => day.format(new Date(`${date}T12:00:00Z`)),
    moment: (at) => moment.format(at),
    time: (at) => londonTime(at),
    minutes: (count) => minutes.format(count),
  }
}

/** What is said of a language in which the pages are not complete: how much is missing, and the first of it. */
export const whatIsMissing = (language: FormLanguage): string | undefined => {
  const missing = missingSentences(language)
  const [first] = missing
  if (first === undefined) return undefined
  const all = Object.keys(ENGLISH).length
  return `The pages for parents are not in ${FORM_LANGUAGES[language]} yet: ${missing.length} of ${all} sentences are missing, the first is “${first}”.`
}

const filled = (sentence: string, filling: Filling = {}): string =>
  sentence.replaceAll(/\{([a-z]+)\}/g, (place, name: string) => String(filling[name] ?? place))

const IN_ENGLISH: ParentWords = {
  language: 'en',
  code: 'en-GB',
  direction: 'ltr',
  say: (name, filling) => filled(ENGLISH[name], filling),
  date: speakDate,
  moment: speakMoment,
  time: (at) => londonTime(at),
  minutes: (count) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
}
