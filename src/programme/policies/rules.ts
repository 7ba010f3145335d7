import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { refused, type Refused } from '../../core/errors/refusal.ts'

/** An adopted or once adopted version. `number` is major.minor. */
export type VersionFact = { number: string; adoptedOn: CalendarDate; graceUntil: CalendarDate | null }

/** A document that every volunteer must accept: its versions in the order of adoption, and which numbers this person accepted when. */
export type RequiredDocument = { title: string; versions: readonly VersionFact[]; acceptances: ReadonlyArray<{ number: string; acceptedOn: CalendarDate }> }

/**
 * Which required documents a person has not accepted as they stand on a date [VOL-3, POL-4]. A new major version must be
 * accepted by its grace date; until then an earlier acceptance counts. A minor one need not be accepted again.
 */
export const documentsNotAccepted = ({ documents, on }: { documents: readonly RequiredDocument[]; on: CalendarDate }): Refused[] =>
  documents.flatMap(({ title, versions, acceptances }) => {
    const current = versions.filter(({ adoptedOn }) => adoptedOn <= on).at(-1)
    if (!current) return []
    const accepted = acceptances.filter(({ acceptedOn }) => acceptedOn <= on).map(({ number }) => majorOf(number))
    if (accepted.includes(majorOf(current.number))) return []
    const firstOfMajor = versions.find(({ number }) => majorOf(number) === majorOf(current.number)) ?? current
    const inGrace = accepted.length > 0 && firstOfMajor.graceUntil !== null && on <= firstOfMajor.graceUntil
    if (inGrace) return []
    return [refused({ rule: 'VOL-3', reason: `“${title}”, version ${current.number}, is not accepted as of ${speakDate(on)}.`, nextStep: 'The volunteer reads and accepts it in the portal.' })]
  })

/** The major part of a version's number. */
export const majorOf = (number: string): number => Number(number.split('.')[0])
