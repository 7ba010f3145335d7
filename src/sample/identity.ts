import { createHash } from 'node:crypto'

/** A UUID made of words: the same words give the same id, so that a sample can be made twice alike. */
export const idOf = (...words: Array<string | number>): string => {
  const hex = createHash('sha256').update(words.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One of a list, chosen by a number. */
export const pick = <Item>(list: readonly Item[], by: number): Item => {
  const item = list[by % list.length]
  if (item === undefined) throw new Error('There is nothing to choose from.')
  return item
}
