import { speakDate, type CalendarDate, londonDate } from '../../../core/clock/londonDates.ts'
import { refused, type Refused, allowed } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/**
 * Further training of one kind, as one volunteer stands with it: whether it must be done before a match starts, and
 * when they took it.
 */
export type TrainingFact = {
  kind: string
  isRequired: boolean
  taken: ReadonlyArray<{ takenOn: CalendarDate; validUntil: CalendarDate | null }>
}

/**
 * The further training that has to be done before a match starts and is not, as of a date [VOL-14]. It counts from its
 * day and through its last day.
 */
export const missingTraining = ({
  trainings,
  on,
}: {
  trainings: readonly TrainingFact[]
  on: CalendarDate
}): Refused[] =>
  trainings
    .filter((training) => training.isRequired && heldTraining({ training, on }) === undefined)
    .map(({ kind }) =>
      refused({
        rule: 'VOL-14',
        reason: `The training “${kind}” is not done as of ${speakDate(on)}.`,
        nextStep: 'The co-ordinator books it and records the day.',
      }),
    )

/** The training of a kind that holds on a date, the one that holds longest; undefined where none does [VOL-9]. */
export const heldTraining = ({
  training,
  on,
}: {
  training: TrainingFact
  on: CalendarDate
}): TrainingFact['taken'][number] | undefined =>
  training.taken
    .filter(({ takenOn, validUntil }) => takenOn <= on && (validUntil === null || on <= validUntil))
    .sort((one, other) => (other.validUntil ?? '9999-12-31').localeCompare(one.validUntil ?? '9999-12-31'))[0]

/** What the rules of a training record ask about. */
export type TrainingFacts = { ownUserId: string | null; takenOn: string; validUntil: string }

/** Training is recorded once it was taken, and ends after it began [VOL-9]. */
export const datesInOrder: Guard<TrainingFacts> = ({ takenOn, validUntil }, { now }) => {
  if (takenOn > londonDate(now))
    return refused({
      rule: 'VOL-9',
      reason: 'This training is still to come.',
      nextStep: 'Record it once it has been taken.',
    })
  return validUntil && validUntil < takenOn
    ? refused({ rule: 'VOL-9', reason: '“Valid until” is before the day itself.', nextStep: 'Check both dates.' })
    : allowed
}
