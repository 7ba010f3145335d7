import { spokenLanguages } from '../formLanguages.ts'

/** How a parent or carer may be reached [CON-8]. */
export const CONTACT_RULES = {
  usual: 'May be contacted',
  writing: 'Only in writing: do not ring',
  none: 'Do not contact: gets no message and no link',
} as const

/** A contact rule as stored. */
export type ContactRule = keyof typeof CONTACT_RULES

/** The way in which a parent or carer likes to hear from us. */
export const PREFERRED_WAYS = {
  text: 'Text message',
  email: 'Email',
  telephone: 'Telephone',
  'face-to-face': 'Face to face',
} as const

/** A preferred way as stored. */
type PreferredWay = keyof typeof PREFERRED_WAYS

/**
 * The condition in SQL under which a parent or carer may get messages and links; `alias` is the name of the guardians
 * in the statement [CON-8].
 */
export const mayBeWrittenTo = (alias: string): string => `${alias}.contact_rule <> 'none'`

/** What is known of reaching one parent or carer. */
export type Reachable = {
  name: string
  relationship: string | null
  contactRule: ContactRule
  contactWords: string | null
  preferredWay: PreferredWay | null
  formLanguage: string | null
  language: string | null
}

/**
 * In a sentence or two, how somebody is reached and how not: "Write to Alex Testerton (mother); do not ring." The
 * committee's own words come last.
 */
export const contactSentence = ({
  name,
  relationship,
  contactRule,
  contactWords,
  preferredWay,
  formLanguage,
  language,
}: Reachable): string => {
  const who = relationship ? `${name} (${relationship.toLowerCase()})` : name
  const written = contactWords?.trim()
  if (contactRule === 'none') return sentences([`Do not contact ${who}: no call, no message, no letter`, written])
  const rule = contactRule === 'writing' ? `Write to ${who}; do not ring` : undefined
  const way =
    preferredWay && !(contactRule === 'writing' && preferredWay === 'telephone')
      ? `Prefers ${WAY_WORDS[preferredWay]}`
      : undefined
  const spoken = spokenLanguages({ formLanguage, language })
  return sentences([rule, way, spoken && `Speaks ${spoken}`, written])
}

const WAY_WORDS: Readonly<Record<PreferredWay, string>> = {
  text: 'a text message',
  email: 'email',
  telephone: 'a telephone call',
  'face-to-face': 'to speak face to face',
}

const sentences = (parts: ReadonlyArray<string | undefined>): string =>
  parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ')
