/**
 * The languages other than English in which a parent or carer may be given the consent form, once the committee has
 * adopted its words in them.
 */
export const FORM_LANGUAGES = {
  ar: 'Arabic',
  bn: 'Bengali',
  cy: 'Welsh',
  ne: 'Nepali',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
} as const

/** One of them, by its code. */
export type FormLanguage = keyof typeof FORM_LANGUAGES

/** The same as the panel offers them. */
export const formLanguageOptions = Object.entries(FORM_LANGUAGES).map(([value, label]) => ({ value, label }))

/** Whether a text is the code of one of them. */
export const isFormLanguage = (text: unknown): text is FormLanguage =>
  typeof text === 'string' && Object.hasOwn(FORM_LANGUAGES, text)

/**
 * What somebody speaks, in words: the language from the list, and what was written beside it, each once. Undefined
 * where nothing is known.
 */
export const spokenLanguages = ({
  formLanguage,
  language,
}: {
  formLanguage: string | null
  language: string | null
}): string | undefined => {
  const listed = isFormLanguage(formLanguage) ? FORM_LANGUAGES[formLanguage] : ''
  const written = language?.trim() ?? ''
  return [listed, written.toLowerCase() === listed.toLowerCase() ? '' : written].filter(Boolean).join(', ') || undefined
}

/** Whether its words run from right to left. */
export const runsFromTheRight = (language: FormLanguage): boolean => language === 'ar' || language === 'ur'
