import type { EmailField, Field } from 'payload'
import { z } from 'zod'
import { sameValue } from '../audit/differences.ts'
import { readableLine } from './readable.ts'

/** No mail server takes a longer address. */
export const LONGEST_EMAIL_ADDRESS = 254

/** What is said of what is no address at all. */
const NO_EMAIL_ADDRESS = 'Enter an email address, such as name@example.org.'

/**
 * What is wrong with an email address, in a sentence; undefined where mail can be sent to it. This is the only judge of
 * an address: records, forms, links and accounts ask it.
 */
export const emailProblem = (address: string): string | undefined => {
  if (address.length > LONGEST_EMAIL_ADDRESS)
    return `An email address has ${LONGEST_EMAIL_ADDRESS} letters at most. Check how it is written.`
  const [name = '', domain = '', ...more] = address.split('@')
  if (name === '' || domain === '' || more.length > 0) return NO_EMAIL_ADDRESS
  if (/\s/.test(address)) return 'There is a space in this email address. Take it out.'
  const odd = /[^\w!#$%&'*+/=?^`{|}~.@-]/u.exec(address)
  if (odd) return `“${odd[0]}” cannot stand in an email address. Check how it is written.`
  return NAME.test(name) && name.length <= 64 && DOMAIN.test(domain) ? undefined : NO_EMAIL_ADDRESS
}

/** Whether mail can be sent to an address, as it is written. */
export const isEmailAddress = (address: string): boolean => emailProblem(address) === undefined

/** An address as a form or an action asks for it; `missing` is said where nothing was typed. */
export const emailAsked = (missing = NO_EMAIL_ADDRESS): z.ZodString =>
  z
    .string(missing)
    .overwrite(readableLine)
    .min(1, missing)
    .superRefine((address, context) => {
      const wrong = address === '' ? undefined : emailProblem(address)
      if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong })
    })
    .meta({ oneLine: true })

/** A field for an email address, judged like every other one. What is stored already stays until it is changed. */
export const judgedAddress = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(judgedAddress) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(judgedAddress) } as Field
  return field.type === 'email' ? { ...field, validate: addressOrNone(field) } : field
}

const addressOrNone =
  ({ label, name }: EmailField): NonNullable<EmailField['validate']> =>
  (value, { required, previousValue }) => {
    if (value === undefined || value === null || value === '')
      return required ? `${typeof label === 'string' ? label : name}: ${NO_EMAIL_ADDRESS}` : true
    return sameValue(value, previousValue) || (emailProblem(String(value)) ?? true)
  }

const NAME = /^[^.@\s]+(\.[^.@\s]+)*$/
/** Labels of letters, digits and inner hyphens, at least two; the last is no number. */
const DOMAIN = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+(?=[a-z\d-]*[a-z])[a-z\d]([a-z\d-]{0,61}[a-z\d])$/i
