import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { refused, type Refused } from '../../core/errors/refusal.ts'
import { adultFrom, isAdult } from '../people/adulthood.ts'
import { WORDED_POINTS } from '../policies/consentWording.ts'

/** What a parent is asked, each yes or no, by the points of the consent wording [CON-2]. */
export const CONSENT_ITEMS = WORDED_POINTS

/** One consent item as stored. */
export type ConsentItem = keyof typeof CONSENT_ITEMS

/** Whether a text names one of them. */
export const isConsentItem = (text: string): text is ConsentItem => Object.hasOwn(CONSENT_ITEMS, text)

/** The items without which nothing may begin [CON-1, CON-2]. */
export const REQUIRED_ITEMS: readonly ConsentItem[] = ['taking-part', 'meetings']

/**
 * One answer of one guardian. `decidedOn` is a calendar date; `order` tells answers of one day apart. `until` is the
 * first day on which a yes no longer counts [CON-5]. `counts`: whether a yes of theirs may be relied upon, which it may
 * not while they cannot be reached to take it back [CON-8]. `themselves`: the young person, who alone decides from 18
 * on [CON-9].
 */
export type ConsentAnswer = {
  guardianId: string
  item: ConsentItem
  answer: 'yes' | 'no'
  decidedOn: CalendarDate
  order: number
  until: CalendarDate | null
  counts: boolean
  themselves: boolean
  bornOn: CalendarDate | null
}

/** Whether an item is held on a date and, when not, why and since when. */
export type ConsentState =
  | { held: true; until: CalendarDate }
  | { held: false; why: 'never-asked'; since: null }
  | { held: false; why: 'refused' | 'expired' | 'of-age'; since: CalendarDate }

/**
 * Whether a child's parents allow an item on a date: one yes that has not run out [CON-5], and no outstanding no
 * [CON-6]. Each guardian's latest answer by that date counts.
 */
export const consentState = ({
  answers,
  item,
  on,
}: {
  answers: readonly ConsentAnswer[]
  item: ConsentItem
  on: CalendarDate
}): ConsentState => {
  const bornOn = answers[0]?.bornOn ?? null
  const ofAge = bornOn !== null && isAdult({ bornOn, on })
  const latest = new Map<string, ConsentAnswer>()
  for (const answer of answers
    .filter((given) => given.item === item && given.decidedOn <= on && given.themselves === ofAge)
    .sort(byTime))
    latest.set(answer.guardianId, answer)
  const current = [...latest.values()]
  const no = current.find(({ answer }) => answer === 'no')
  if (no) return { held: false, why: 'refused', since: no.decidedOn }
  const until = current
    .flatMap(({ counts, until: end }) => (counts && end !== null ? [end] : []))
    .sort()
    .at(-1)
  if (until === undefined && ofAge) return { held: false, why: 'of-age', since: adultFrom(bornOn) }
  if (until === undefined) return { held: false, why: 'never-asked', since: null }
  return on < until ? { held: true, until } : { held: false, why: 'expired', since: until }
}

/** An answer is as old as the day on which it was given: what is entered late does not undo what was said since. */
const byTime = (left: ConsentAnswer, right: ConsentAnswer): number =>
  left.decidedOn === right.decidedOn ? left.order - right.order : left.decidedOn < right.decidedOn ? -1 : 1

/** The refusals that stand where required consent is not held on a date, in words that name no parent [CON-1]. */
export const missingConsent = ({ answers, on }: { answers: readonly ConsentAnswer[]; on: CalendarDate }): Refused[] =>
  REQUIRED_ITEMS.flatMap((item) => {
    const standing = consentState({ answers, item, on })
    if (standing.held) return []
    const reason =
      standing.why === 'never-asked'
        ? `No parent or carer has agreed to “${CONSENT_ITEMS[item]}”.`
        : {
            refused: `A parent or carer has said no to “${CONSENT_ITEMS[item]}” since ${speakDate(standing.since)}.`,
            'of-age': `The young person is 18 since ${speakDate(standing.since)}, decides for themselves, and has not agreed to “${CONSENT_ITEMS[item]}”.`,
            expired: `The consent for “${CONSENT_ITEMS[item]}” runs out before ${speakDate(on)}.`,
          }[standing.why]
    return [
      refused({
        rule: standing.why === 'of-age' ? 'CON-9' : 'CON-1',
        reason,
        nextStep:
          standing.why === 'of-age'
            ? 'The co-ordinator asks the young person, or the match ends.'
            : 'The co-ordinator asks the parent or carer.',
      }),
    ]
  })
