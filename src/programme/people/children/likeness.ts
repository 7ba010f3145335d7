import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { isNear, plainName } from './spelling.ts'

/** What tells two children apart on paper. */
export type Identity = { name: string; knownAs?: string | null; bornOn?: CalendarDate | null }

/**
 * Whether two records may be of one child: the birth dates agree (or are a slip of the pen apart, or one is not known)
 * and the names are alike in another spelling, in another order, or by what the child is called. With no birth date or
 * a slip in it the names must sound the same. A guess that a person answers; it decides nothing.
 */
export const mayBeSameChild = (one: Identity, other: Identity): boolean => {
  const dates = datesAgree(one.bornOn ?? null, other.bornOn ?? null)
  if (dates === 'no') return false
  return namesOf(one).some((name) =>
    namesOf(other).some((another) => (dates === 'same' ? namesAlike(name, another) : soundAlike(name, another))),
  )
}

/**
 * Those among many known who may be the same child as one: the same question as `mayBeSameChild`, asked only of those
 * of whom the answer can be yes, so that a long list is compared with a long list.
 */
export const likeChildrenAmong = <Known extends Identity>(known: readonly Known[]): ((one: Identity) => Known[]) => {
  const bornOn = new Map<string, Known[]>()
  const sounding = new Map<string, Known[]>()
  const put = (map: Map<string, Known[]>, key: string, one: Known): void => {
    const there = map.get(key)
    if (there) there.push(one)
    else map.set(key, [one])
  }
  for (const one of known) {
    if (one.bornOn) put(bornOn, one.bornOn, one)
    for (const sound of soundsOf(one)) put(sounding, sound, one)
  }
  return (one) =>
    [
      ...new Set([
        ...(one.bornOn ? (bornOn.get(one.bornOn) ?? []) : []),
        ...[...soundsOf(one)].flatMap((sound) => sounding.get(sound) ?? []),
      ]),
    ].filter((other) => mayBeSameChild(one, other))
}

const soundsOf = (one: Identity): Set<string> => new Set(namesOf(one).map(soundOf))

const wordsOf = (name: string): string[] => plainName(name).split(' ').filter(Boolean)

/** Heard alike, in whatever order. */
const soundAlike = (one: string, other: string): boolean => {
  const [left, right] = [soundOf(one), soundOf(other)]
  return left !== '' && left === right
}

const soundOf = (name: string): string => wordsOf(name).map(heard).sort().join(' ')

/** A word as it is heard: the usual spellings of one sound made one. */
const heard = (word: string): string =>
  word
    .replaceAll('ph', 'f')
    .replaceAll(/ck|q|c(?![eiyh])|ch(?=r)/g, 'k')
    .replaceAll(/c(?=[eiy])|z/g, 's')
    .replaceAll(/(?<=[a-z])h/g, '')
    .replaceAll(/ie|ey|ee|y/g, 'i')
    .replaceAll(/(.)\1+/g, '$1')
    .replace(/(?<=.{2})e$/, '')

/** The name itself, and with what the child is called in place of the first name. */
const namesOf = ({ name, knownAs }: Identity): string[] => {
  const [, ...last] = name.trim().split(/\s+/)
  return knownAs?.trim() && last.length > 0 ? [name, `${knownAs.trim()} ${last.join(' ')}`] : [name]
}

/** First and last names are compared each with each, so that twins with quite other first names are two children. */
const namesAlike = (one: string, other: string): boolean => {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left]
  if (fewer.length === 0 || (fewer.length === 1 && more.length > 1)) return false
  return eachHasItsOwn({ words: fewer, among: more })
}

/** Whether every word finds one like it, none of them twice, whichever is looked at first. */
const eachHasItsOwn = ({
  words: [first, ...others],
  among,
}: {
  words: readonly string[]
  among: readonly string[]
}): boolean =>
  first === undefined ||
  among.some(
    (candidate, place) =>
      wordsAlike(first, candidate) &&
      eachHasItsOwn({ words: others, among: among.filter((_, index) => index !== place) }),
  )

/** As written or as heard: a slip of the pen can change much in what is heard, and a sound much in what is written. */
const wordsAlike = (one: string, other: string): boolean =>
  isShortOrSlip(one, other) || isShortOrSlip(heard(one), heard(other))

/**
 * The same, one a short form of the other, or a slip apart: two in a long word. Short words are too easily a letter
 * apart by chance.
 */
const isShortOrSlip = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length)
  return (
    one === other ||
    (shorter >= 3 && (one.startsWith(other) || other.startsWith(one))) ||
    (shorter >= 4 && isNear({ one, other, most: shorter >= 8 ? 2 : 1 }))
  )
}

const datesAgree = (one: CalendarDate | null, other: CalendarDate | null): 'same' | 'perhaps' | 'no' => {
  if (!one || !other) return 'perhaps'
  if (one === other) return 'same'
  const [year, month, day] = one.split('-')
  const isSwapped = other === `${year}-${day}-${month}`
  return isSwapped || [...one].filter((digit, place) => digit !== other[place]).length === 1 ? 'perhaps' : 'no'
}
