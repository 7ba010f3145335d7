import type { ENGLISH } from './english.ts'

/** The name of one of the house’s sentences for parents. */
export type SentenceName = keyof typeof ENGLISH

/** The sentences of one language. One that is missing keeps the language from being used: see `missingSentences`. */
export type Catalogue = Readonly<Partial<Record<SentenceName, string>>>
