import type { TextField } from 'payload'
import { ORGANISATION, REASON, TELEPHONE } from '../../../core/fields/commonTexts.ts'
import { line, words } from '../../../core/fields/written.ts'

/** What is written about a place, by the committee and by those who suggest one. */
export const DIRECTORY = {
  organisation: ORGANISATION,
  phone: TELEPHONE,
  website: line(300),
  suggested: words(2000),
  answer: REASON,
} as const

/** A telephone number as people write it. It leads to a telephone, so nothing else may stand in it. */
export const phoneField: TextField = { name: 'phone', label: 'Telephone', ...DIRECTORY.phone.field }

/** A website. Only web addresses lead anywhere; one without “https://” is given it. */
export const websiteField: TextField = {
  name: 'website',
  ...DIRECTORY.website.field,
  hooks: { beforeValidate: [({ value }: { value?: unknown }) => asWebAddress(value)] },
  validate: (value: unknown) =>
    isBlank(value) || isWebAddress(value) || 'Give a web address, for example https://www.example.org.',
  admin: { description: 'For example https://www.example.org.' },
}

/** Whether a text is an address of the web, and of nothing else: http or https, with no name and password in it. */
export const isWebAddress = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^https?:\/\/[^\s/]\S*$/i.test(value) || !URL.canParse(value)) return false
  const { protocol, hostname, username, password } = new URL(value)
  return ['http:', 'https:'].includes(protocol) && hostname.includes('.') && username === '' && password === ''
}

/** What was typed as a website, with “https://” where no such beginning was typed; empty as nothing. */
export const asWebAddress = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const typed = value.trim()
  if (typed === '') return null
  return /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`
}

const isBlank = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || value === ''
