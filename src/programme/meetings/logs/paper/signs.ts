import { folded } from '../../../../core/search/folded.ts'
import { firstName } from '../../../people/names.ts'
import type { PaperWords } from './columns.ts'

/**
 * What words of a log may be a sign of. A sign is pointed out to whoever brings the sheet in and decides nothing: most
 * are harmless, and only a person can tell.
 */
export type Sign = 'worry' | 'lift'

/** What is said of a sign, and what to do [LOG-2, SAF-5, MTG-8]. */
export const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  worry: 'Perhaps a worry. Read the whole row, and report it if nobody has.',
  lift: 'A lift in a car, it seems. Check that it says who was told, and why.',
}

/** The signs in the words of a row. */
export const signsIn = (words: PaperWords): Sign[] => {
  const said = ` ${folded(Object.values(words).join(' . '))}`
  const isSaid = (beginnings: readonly string[]): boolean =>
    beginnings.some((beginning) => said.replaceAll(NO_SIGNS, ' ').includes(` ${beginning}`))
  return (['worry', 'lift'] as const).filter((sign) => isSaid(BEGINNINGS[sign]))
}

/**
 * Whether any row of a sheet speaks of a child by the first name or what the child likes to be called: the sheet of
 * another child is easily chosen.
 */
export const namesChild = ({
  rows,
  child: { name, knownAs },
}: {
  rows: ReadonlyArray<{ words: PaperWords }>
  child: { name: string; knownAs: string | null }
}): boolean => {
  const names = [firstName(name), knownAs ?? ''].map(folded).filter((one) => one !== '')
  return rows.some(({ words }) => {
    const said = folded(Object.values(words).join(' . '))
    return names.some((one) => ` ${said} `.includes(` ${one} `) || ` ${said} `.includes(` ${one}s `))
  })
}

/** Whether a row says that the meeting did not take place: its place or activities begin so, or nothing else was done. */
export const saysCalledOff = ({ location, activities, comment }: PaperWords): boolean =>
  [location, activities, activities === '' ? comment : ''].some((words) => CALLED_OFF.test(folded(words)))

const CALLED_OFF =
  /^(?:meeting |session |we )?(?:cancel|called off|postponed|no show|did not (?:come|meet|happen|turn up|take place)|didnt (?:come|meet|happen|turn up)|not held|no meeting|no session|missed)/

const NO_SIGNS = / (?:no|not) worr(?:y|ies|ied)\b/g

/** The beginnings of words, folded, by which each sign is known. */
const BEGINNINGS: Readonly<Record<Sign, readonly string[]>> = {
  worry: [
    'worr',
    'concern',
    'safeguard',
    'told committee',
    'told the committee',
    'told the lead',
    'not sleep',
    'isnt sleep',
    'nightmare',
    'not eating',
    'hungry',
    'scared',
    'afraid',
    'frighten',
    'cry',
    'cried',
    'tear',
    'upset',
    'hurt',
    'bruis',
    'hit him',
    'hit her',
    'hit them',
    'hits him',
    'hits her',
    'self harm',
    'suicid',
    'to die',
    'kill',
    'run away',
    'ran away',
    'bulli',
    'bully',
    'drug',
    'drunk',
    'alcohol',
    'cannabis',
    'weed',
    'gang',
    'knife',
    'threat',
    'police',
    'social worker',
    'social services',
    'secret',
    'touched',
    'unsafe',
    'not safe',
    'alone at home',
    'home alone',
  ],
  lift: ['lift', 'car ', 'drove', 'driven', 'drive'],
}
