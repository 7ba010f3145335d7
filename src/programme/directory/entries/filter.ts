import { SEARCH } from '../../../core/fields/commonTexts.ts'
import { folded } from '../../../core/search/folded.ts'
import { isFoundIn } from '../../../core/search/sought.ts'
import { WORDS_ALIKE } from '../../people/wordsAlike.ts'
import type { ListedPlace } from '../queries.ts'

/** Which part of the directory is asked for. `age` is a child's, in whole years. */
export type DirectoryFilter = { text?: string; need?: string; category?: string; age?: number; isFree?: boolean }

/** What an address asks of the directory. Whatever it does not understand is left out. */
export const directoryFilterIn = (asked: Readonly<Record<string, unknown>>): DirectoryFilter => {
  const text = (name: string): string =>
    typeof asked[name] === 'string' ? asked[name].trim().slice(0, SEARCH.longest) : ''
  const age = /^\d{1,2}$/.test(text('age')) ? Number(text('age')) : undefined
  return {
    ...(text('text') ? { text: text('text') } : {}),
    ...(text('need') ? { need: text('need') } : {}),
    ...(text('category') ? { category: text('category') } : {}),
    ...(age === undefined ? {} : { age }),
    ...(text('cost') === 'free' ? { isFree: true } : {}),
  }
}

/** The same as an address of the directory. */
export const directoryAddress = ({ text, need, category, age, isFree }: DirectoryFilter): string => {
  const query = new URLSearchParams({
    ...(text ? { text } : {}),
    ...(need ? { need } : {}),
    ...(category ? { category } : {}),
    ...(age === undefined ? {} : { age: String(age) }),
    ...(isFree ? { cost: 'free' } : {}),
  }).toString()
  return query === '' ? '/portal/directory' : `/portal/directory?${query}`
}

/** Each part of the filter in words, with the address of the directory without it. */
export const filterParts = (filter: DirectoryFilter): Array<{ words: string; without: string }> => {
  const { text, need, category, age, isFree } = filter
  const part = (words: string, name: keyof DirectoryFilter) => ({
    words,
    without: directoryAddress({ ...filter, [name]: undefined }),
  })
  return [
    ...(text ? [part(`“${text}”`, 'text')] : []),
    ...(need ? [part(need, 'need')] : []),
    ...(category ? [part(category, 'category')] : []),
    ...(age === undefined ? [] : [part(`Age ${age}`, 'age')]),
    ...(isFree ? [part('Free', 'isFree')] : []),
  ]
}

/**
 * Whether a place is among what is asked for: every word sought somewhere in it, the need and kind named, the age within its
 * range, free where that is asked.
 */
export const isAskedFor = ({
  place,
  filter: { text, need, category, age, isFree },
}: {
  place: ListedPlace
  filter: DirectoryFilter
}): boolean => {
  const said = [place.organisation, place.category, place.area, place.howToRefer, place.costWords, ...place.needs]
  return (
    isFoundIn({ asked: text ?? '', said: said.join(' '), alike: WORDS_ALIKE }) &&
    (need === undefined || place.needs.some((each) => folded(each) === folded(need))) &&
    (category === undefined || folded(place.category) === folded(category)) &&
    (age === undefined || ((place.ageFrom ?? 0) <= age && age <= (place.ageTo ?? Infinity))) &&
    (isFree === undefined || place.cost === 'free')
  )
}
