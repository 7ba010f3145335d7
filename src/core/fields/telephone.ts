import { isPossiblePhoneNumber } from 'libphonenumber-js/min'
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'

/** How a mobile number looks. */
const SUCH_AS = 'such as 07700 900123'

/** What is said of what is no mobile number at all. */
export const NO_MOBILE = `Enter a mobile number that can be rung, ${SUCH_AS}.`

/** A number as it is kept: each blank once. Signs that nobody sees have gone by then. */
export const foldedNumber = (number: string): string => number.replaceAll(/\s+/g, ' ').trim()

/** A number as a telephone takes it: “+44 (0)7700 900123” as +447700900123. */
export const dialled = (number: string): string => {
  const [main = ''] = number.split(EXTENSION)
  const digits = main.replaceAll(/[^+\d]/g, '').replace(/^00(?=[1-9])/, '+')
  return digits.replace(/^\+440/, '+44')
}

/**
 * What is wrong with a telephone number, in a sentence; undefined where it can be rung, whether by mobile or by line.
 * With `mobileProblem` the only judge of a number.
 */
export const telephoneProblem = (number: string): string | undefined => {
  const [main = ''] = number.split(EXTENSION)
  if (!/^\+?[\d\s()./\u2010-\u2015-]+$/.test(main)) return 'Write the number alone, in digits.'
  const { digits, isOurs } = partsOf(number)
  if (!isOurs)
    return digits.startsWith('+')
      ? isPossiblePhoneNumber(digits, 'GB')
        ? undefined
        : 'This is no telephone number that can be rung. Check the digits.'
      : // Short numbers, such as 999 and 116 123.
        digits.length >= 3 && digits.length <= 6
        ? undefined
        : `Begin the number with 0, or with + and the country, ${SUCH_AS}.`
  const national = nationalOf(digits)
  if (national.startsWith('7')) return mobileLength({ number, national })
  if (national.length < 7) return `“${number}” has too few digits for a telephone number.`
  return national.length > 10 ? `“${number}” has too many digits for a telephone number.` : undefined
}

/** The same of a number that must be a mobile one; a line is named as such. */
export const mobileProblem = (number: string): string | undefined => {
  const { digits, isOurs } = partsOf(number)
  if (!isOurs && !digits.startsWith('+')) return NO_MOBILE
  const problem = telephoneProblem(number)
  if (problem !== undefined) return problem
  if (!isOurs)
    return parsePhoneNumberFromString(digits)?.isValid()
      ? undefined
      : `“${number}” is no mobile number. Give one, ${SUCH_AS}.`
  const national = nationalOf(digits)
  // 070 follows a person about, 076 (but for the Isle of Man) is a pager.
  return /^7(?!0|6(?!24))/.test(national)
    ? undefined
    : `“${number}” is ${/^[123]/.test(national) ? 'a landline' : 'no mobile number'}. Give a mobile number, ${SUCH_AS}.`
}

/** Whether a number is a mobile one that can be rung. */
export const isMobile = (number: string | null | undefined): boolean =>
  typeof number === 'string' && number !== '' && mobileProblem(number) === undefined

const EXTENSION = /\s*(?:ext(?:ension)?\.?|x)\s*(?=\d{1,6}$)/i

const partsOf = (number: string): { digits: string; isOurs: boolean } => {
  const digits = dialled(number)
  return { digits, isOurs: digits.startsWith('0') || digits.startsWith('+44') }
}

/** The digits behind 0 or +44. */
const nationalOf = (digits: string): string => digits.replace(/^(?:0|\+44)/, '')

const MOBILE_DIGITS = 10

const mobileLength = ({ number, national }: { number: string; national: string }): string | undefined => {
  const missing = MOBILE_DIGITS - national.length
  if (missing === 0) return undefined
  const digits = Math.abs(missing) === 1 ? 'a digit' : `${Math.abs(missing)} digits`
  return `“${number}” has ${digits} too ${missing > 0 ? 'few' : 'many'} for a mobile number. Check it, ${SUCH_AS}.`
}
