import { monthNumber } from '../../core/clock/monthNumber.ts'

/** A date as it was typed into three inputs; nothing is put right before the person sees it again. */
export type TypedDate = { day: string; month: string; year: string }

/** The three inputs of a memorable date out of a posted body, empty where one is missing. */
export const typedDateFrom = ({ body, name }: { body: Readonly<Record<string, unknown>>; name: string }): TypedDate => {
  const part = (ending: string): string => {
    const typed = body[`${name}-${ending}`]
    return typeof typed === 'string' ? typed.trim() : ''
  }
  return { day: part('day'), month: part('month'), year: part('year') }
}

/**
 * A typed date as `YYYY-MM-DD`, empty when nothing was typed. A month may be a number or a name ("3", "03", "mar",
 * "March"). Whether such a day exists is for the rule that reads it: what cannot be put together comes back joined as
 * typed.
 */
export const joinTypedDate = ({ day, month, year }: TypedDate): string => {
  if (!day && !month && !year) return ''
  return `${year}-${String(monthNumber(month) ?? month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A `YYYY-MM-DD` as its three inputs, to be shown for a change. */
export const splitDate = (date: string): TypedDate => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}
