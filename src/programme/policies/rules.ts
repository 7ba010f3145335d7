import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { refused, type Refused } from '../../core/errors/refusal.ts'

/** An adopted or once adopted version. `number` is major.minor. */
export type VersionFact = {
  number: string
  adoptedOn: CalendarDate
  /** In words, where only the month or the year is known. */
  adoptedIn?: string | null
  graceUntil: CalendarDate | null
}

/**
 * A document that every volunteer must accept: its versions in the order of adoption, and which numbers this person
 * accepted when.
 */
export type RequiredDocument = {
  title: string
  versions: readonly VersionFact[]
  acceptances: ReadonlyArray<{ number: string; acceptedOn: CalendarDate }>
}

/**
 * Which required documents a person has not accepted as they stand on a date [VOL-3, POL-4]. A new major version must
 * be accepted by its grace date; until then an earlier acceptance counts. A minor one need not be accepted again.
 */
export const documentsNotAccepted = ({
  documents,
  on,
}: {
  documents: readonly RequiredDocument[]
  on: CalendarDate
}): Refused[] =>
  documents.flatMap((document) => {
    const standing = acceptanceOf({ document, on })
    if (standing?.state !== 'missing') return []
    return [
      refused({
        rule: 'VOL-3',
        reason: `“${document.title}”, version ${standing.current.number}, is not accepted as of ${speakDate(on)}.`,
        nextStep: 'The volunteer reads and accepts it in the portal.',
      }),
    ]
  })

/**
 * Where a person stands with a document: accepted, still covered by an earlier acceptance until a day, or not accepted.
 */
export type Acceptance = { current: VersionFact } & (
  { state: 'accepted'; acceptedOn: CalendarDate } | { state: 'due'; by: CalendarDate } | { state: 'missing' }
)

/** The same for one document, whether it is required or not; undefined while no version of it is adopted [POL-4]. */
export const acceptanceOf = ({
  document: { versions, acceptances },
  on,
}: {
  document: RequiredDocument
  on: CalendarDate
}): Acceptance | undefined => {
  const current = versions.filter(({ adoptedOn }) => adoptedOn <= on).at(-1)
  if (!current) return undefined
  const earlier = acceptances.filter(({ acceptedOn }) => acceptedOn <= on)
  const ofThisMajor = earlier
    .filter(({ number }) => majorOf(number) === majorOf(current.number))
    .map(({ acceptedOn }) => acceptedOn)
  const acceptedOn = ofThisMajor.sort().at(-1)
  if (acceptedOn !== undefined) return { current, state: 'accepted', acceptedOn }
  const by = (versions.find(({ number }) => majorOf(number) === majorOf(current.number)) ?? current).graceUntil
  return earlier.length > 0 && by !== null && on <= by ? { current, state: 'due', by } : { current, state: 'missing' }
}

/**
 * Whether volunteers are asked to accept a document: the required ones, and the one on which seeing a child's
 * background hangs [POL-4, MAT-7].
 */
export const asksForAcceptance = ({ kind, mustBeAccepted }: { kind: string; mustBeAccepted: boolean }): boolean =>
  mustBeAccepted || kind === CONFIDENTIALITY_AGREEMENT

/** The kind of the document that MAT-7 asks about. */
export const CONFIDENTIALITY_AGREEMENT = 'confidentiality-agreement'

/** The major part of a version's number. */
export const majorOf = (number: string): number => Number(number.split('.')[0])
