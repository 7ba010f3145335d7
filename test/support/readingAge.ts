/**
 * How old one must be to read English prose with ease: the Flesch-Kincaid grade plus the five years before school. Each
 * line counts as a sentence of its own, as a heading or a button is read.
 */
export const readingAge = (prose: string): number => {
  const sentences = sentencesIn(prose)
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}'’-]+|\d+/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}

/** The words of each sentence that has more of them than people can hold in mind: 25, unless told. */
export const longSentencesIn = (prose: string, { most = 25 }: { most?: number } = {}): string[] =>
  sentencesIn(prose).filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length > most)

/**
 * What a page's main part says to read, a block a line, without what others typed (`as-typed`), choices in lists, and
 * names: `without`, of people, places and documents.
 */
export const proseOf = (html: string, { without = [] }: { without?: readonly string[] } = {}): string =>
  without
    .reduce((words, name) => words.replaceAll(name, ''), plainWordsOf(html))
    .replaceAll(DATES, '')
    .trim()

const DATES = /\d{1,2} (?:January|February|March|April|September|December)(?: \d{4})?/g

const plainWordsOf = (html: string): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '')
    .replaceAll(/<(svg|select|option|textarea)\b.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*class="as-typed"[^>]*>.*?<\/p>/gs, '')
    .replaceAll(
      /<\/?(?:p|div|h\d|li|ul|ol|dl|dt|dd|label|legend|button|a|section|form|fieldset|header|summary|br)\b[^>]*>/g,
      '\n',
    )
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\S+@\S+/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

const sentencesIn = (prose: string): string[] =>
  prose
    .split(/[.!?:]\s|\n+|$/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))

const syllablesIn = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-zà-ÿ]/g, '')
  const silent = letters.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
  return Math.max(1, silent.match(/[aeiouyà-ÿ]+/g)?.length ?? 1)
}
