import { monthsAfter, type CalendarDate } from '../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'

/**
 * How far an entry can be relied on: checked lately enough, checked longer ago, never checked, or said to be out of
 * date since.
 */
export type Reliance = 'checked' | 'old' | 'unchecked' | 'doubted'

/**
 * How far an entry can be relied on today. A check counts for as many months as the charity sets, the day on which they
 * are over included [DIR-1].
 */
export const relianceOf = ({
  checkedOn,
  doubtedOn,
  today,
  checkMonths,
}: {
  checkedOn: CalendarDate | null
  doubtedOn: CalendarDate | null
  today: CalendarDate
  checkMonths: number
}): Reliance => {
  if (doubtedOn !== null) return 'doubted'
  if (checkedOn === null) return 'unchecked'
  return monthsAfter({ date: checkedOn, months: checkMonths }) < today ? 'old' : 'checked'
}

/** Places that can be relied on come first, each part as it stood [DIR-1]. */
export const reliableFirst = <Place extends { checkedOn: CalendarDate | null; doubtedOn: CalendarDate | null }>({
  places,
  today,
  checkMonths,
}: {
  places: readonly Place[]
  today: CalendarDate
  checkMonths: number
}): Place[] => {
  const isReliable = ({ checkedOn, doubtedOn }: Place): boolean =>
    relianceOf({ checkedOn, doubtedOn, today, checkMonths }) === 'checked'
  return [...places.filter(isReliable), ...places.filter((place) => !isReliable(place))]
}

/** How an entry says what a place costs. */
export const COSTS = { free: 'Free', price: 'A price', words: 'In words' } as const

/** A way of saying what it costs. */
export type CostKind = keyof typeof COSTS

/** A price is said in pence, words in words, and nothing else than what is chosen. */
export const costIsSaid = ({
  cost,
  costPence,
  costWords,
}: {
  cost: unknown
  costPence: unknown
  costWords: unknown
}): Decision => {
  if (cost === 'price' && !(Number.isInteger(costPence) && Number(costPence) > 0))
    return refused({
      rule: 'DIR-1',
      reason: 'There is no price.',
      nextStep: 'Give it in whole pence, or choose “Free” or “In words”.',
    })
  if (cost === 'words' && !(typeof costWords === 'string' && costWords.trim() !== ''))
    return refused({
      rule: 'DIR-1',
      reason: 'What it costs is not said.',
      nextStep: 'Say it in words: “To be checked” will do.',
    })
  return allowed
}

/** The youngest age comes before the oldest. */
export const agesInOrder = ({ ageFrom, ageTo }: { ageFrom: unknown; ageTo: unknown }): Decision =>
  typeof ageFrom === 'number' && typeof ageTo === 'number' && ageFrom > ageTo
    ? refused({ rule: 'DIR-1', reason: 'The youngest age is above the oldest.', nextStep: 'Change one of the two.' })
    : allowed

/** A suggestion of a new place names it and its kind; one about an entry names the entry, which is still listed. */
export const suggestionIsWhole = ({
  kind,
  hasCategory,
  entry,
}: {
  kind: unknown
  hasCategory: boolean
  entry: 'listed' | 'gone' | 'none'
}): Decision => {
  if (kind === 'new-place')
    return hasCategory
      ? allowed
      : refused({
          rule: 'DIR-1',
          reason: 'It is not said what kind of place it is.',
          nextStep: 'Choose a kind.',
          field: 'category',
        })
  if (entry === 'none')
    return refused({
      rule: 'DIR-1',
      reason: 'It is not said which place is meant.',
      nextStep: 'Open the place in the directory, and say it there.',
    })
  return entry === 'listed'
    ? allowed
    : refused({
        rule: 'DIR-1',
        reason: 'This place is no longer in the directory.',
        nextStep: 'There is nothing more to do.',
      })
}

/** A person says once that an entry is out of date, until the committee has answered. */
export const notSaidAlready = ({ hasOwnOpen }: { hasOwnOpen: boolean }): Decision =>
  hasOwnOpen
    ? refused({
        rule: 'DIR-1',
        reason: 'You have told the committee already.',
        nextStep: 'They answer you on the directory’s page.',
      })
    : allowed
