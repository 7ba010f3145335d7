/**
 * How old one must be to read English prose with ease: the Flesch-Kincaid grade plus the five years before school. Each line
 * counts as a sentence of its own, as a heading or a button is read.
 */
export const readingAge = (prose: string): number => {
  const sentences = prose.split(/[.!?:]\s|\n+|$/).map((sentence) => sentence.trim()).filter((sentence) => /\p{L}/u.test(sentence))
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}'’-]+|\d+/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}

const syllablesIn = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-zà-ÿ]/g, '')
  const silent = letters.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
  return Math.max(1, silent.match(/[aeiouyà-ÿ]+/g)?.length ?? 1)
}
