import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { refused, type Refused } from '../../../core/errors/refusal.ts'

/** How many references a volunteer needs [VOL-6]. */
export const REFERENCES_NEEDED = 2

/** How a referee knows the person. A reference from family is kept, and does not count. */
export const CAPACITIES = {
  work: 'We work or worked together',
  volunteering: 'From volunteering or a club',
  education: 'I taught or trained them',
  neighbour: 'As a neighbour',
  friend: 'As a friend',
  family: 'We are family',
  other: 'Another way',
} as const

/** One way of knowing a person, as stored. */
export type Capacity = keyof typeof CAPACITIES

/**
 * What is on record beside the vetting: the days on which references from outside the family came to be held, and that
 * of the latest self-declaration.
 */
export type ReferenceFacts = { referencesHeldOn: readonly CalendarDate[]; declaredOn: CalendarDate | null }

/** How many references count on a date. Each counts from the day on which it is held. */
export const referencesHeld = ({
  facts,
  on,
}: {
  facts: Pick<ReferenceFacts, 'referencesHeldOn'>
  on: CalendarDate
}): number => facts.referencesHeldOn.filter((day) => day <= on).length

/**
 * What a volunteer lacks of two references and a self-declaration on a date, each in words with who can put it right
 * [VOL-6].
 */
export const missingReferences = ({
  name,
  facts,
  on,
}: {
  name: string
  facts: ReferenceFacts
  on: CalendarDate
}): Refused[] => {
  const held = referencesHeld({ facts, on })
  const missing: Array<Refused | false> = [
    held < REFERENCES_NEEDED &&
      refused({
        rule: 'VOL-6',
        reason: `${name} needs two references, and ${held === 0 ? 'none is' : 'one is'} held.`,
        nextStep: 'The co-ordinator asks a referee, or records what one said by telephone.',
      }),
    (facts.declaredOn === null || on < facts.declaredOn) &&
      refused({
        rule: 'VOL-6',
        reason: `${name} has not made a self-declaration.`,
        nextStep: 'The co-ordinator asks for it and records it.',
      }),
  ]
  return missing.filter((item): item is Refused => item !== false)
}
