import { folded } from './folded.ts'

/**
 * What to look for when somebody asks for `asked`: the beginnings of its words, folded, each of which must stand
 * somewhere in what is searched, in whatever order. Endings are taken off (“counsellors”, “counselling” and “counsellor”
 * are one), and little words are left out where others remain. Nothing where nothing is asked; signs alone, which stand in
 * no folded text, find nobody. What is given is always
 * the beginning of a word that was typed, so that nothing is missed that holds the words as they were typed.
 */
export const sought = (asked: string): string[] => {
  const words = [...new Set(folded(asked).split(' ').filter(Boolean))]
  const telling = words.filter((word) => !LITTLE_WORDS.has(word))
  if (words.length === 0) return asked.trim() === '' ? [] : [asked.trim()]
  return [...new Set((telling.length > 0 ? telling : words).map(stemOf))].slice(0, MOST_WORDS)
}

/** The same for PostgreSQL, to be asked as `found_by like all ($1)`; null where nothing is sought. */
export const soughtPatterns = (asked: string | undefined): string[] | null => {
  const words = sought(asked ?? '')
  return words.length > 0 ? words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`) : null
}

/** Words that mean the same to those who look for them, group by group; a group may hold phrases. */
export type WordsAlike = ReadonlyArray<readonly string[]>

/**
 * Whether all that is sought stands in a text, or what means the same; the text is folded here. Where nothing is
 * sought, everything is found.
 */
export const isFoundIn = ({
  asked,
  said,
  alike = [],
}: {
  asked: string
  said: string
  alike?: WordsAlike
}): boolean => {
  const text = folded(said)
  return sought(asked).every((stem) =>
    [[stem], ...meaningTheSame({ stem, alike })].some((words) => words.every((word) => text.includes(word))),
  )
}

const meaningTheSame = ({ stem, alike }: { stem: string; alike: WordsAlike }): string[][] =>
  alike
    .map((group) => group.map(sought))
    .filter((group) => group.some(([only, other]) => only === stem && other === undefined))
    .flat()

/** A search box holds a hundred letters; nobody means more words than this. */
const MOST_WORDS = 12

const LITTLE_WORDS = new Set(
  'a an and are at be by can do does for from how i if in is it me my of on or the to was we what when where who with you your'.split(
    ' ',
  ),
)

const stemOf = (word: string): string => {
  if (!/^[a-z]+$/.test(word)) return word
  const single = withoutPlural(word)
  const bare = withoutEnding(single)
  if (bare === single) return withoutLastVowel(single)
  return withoutLastVowel(bare.length > 4 && bare.at(-1) === bare.at(-2) ? bare.slice(0, -1) : bare)
}

const withoutPlural = (word: string): string => {
  if (/ies$/.test(word) && word.length >= 6) return word.slice(0, -3)
  if (/(?:s|x|z|ch|sh)es$/.test(word) && word.length >= 5) return word.slice(0, -2)
  return /[^sui]s$/.test(word) && word.length >= 4 ? word.slice(0, -1) : word
}

/** The endings by which one word is made of another, the longer first, and how much must remain before them. */
const ENDINGS: ReadonlyArray<[ending: string, remaining: number]> = [
  ['ation', 5],
  ['ment', 5],
  ['ance', 5],
  ['ren', 5],
  ['ing', 4],
  ['ed', 4],
  ['or', 5],
  ['er', 5],
]

const withoutEnding = (word: string): string => {
  const found = ENDINGS.find(([ending, remaining]) => word.endsWith(ending) && word.length - ending.length >= remaining)
  return found ? word.slice(0, -found[0].length) : word
}

/** “Family” and “families”, “bereave” and “bereaved”. */
const withoutLastVowel = (word: string): string => (/[ey]$/.test(word) && word.length >= 5 ? word.slice(0, -1) : word)
