import type { Actor } from '../../core/access/actor.ts'
import { sameValue } from '../../core/audit/differences.ts'
import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import { caseworkersOnly } from '../people/rules.ts'

/** One of the two records, as far as joining them asks. */
export type Side = {
  id: string
  name: string
  knownAs: string | null
  bornOn: CalendarDate | null
  school: string | null
  heldInYear: number | null
  heldInYearOn: CalendarDate | null
  stages: readonly string[]
  supportLevelId: string | null
  supportLevel: string | null
  inCare: boolean
  familyId: string
  familyName: string
  /** The record to which this one was joined already. */
  joinedTo: string | null
  isListed: boolean
  hasActiveMatch: boolean
  background: { id: string; background: string | null } | null
  needs: {
    id: string
    allergies: string | null
    medication: string | null
    accessNeeds: string | null
    inAnEmergency: string | null
  } | null
  /** The consent requests whose links the parents hold. */
  requests: ReadonlyArray<{ id: string; guardianId: string; answeredAt: string | null; askedAt: string }>
}

/** What joining two records of one child asks about. */
export type MergeFacts = {
  proposedBy: string | null
  keep: Side | undefined
  leave: Side | undefined
  /** Whether parents, carers, an address or other children belong to the family of the record that is left. */
  leftFamilyIsUsed: boolean
  /** Whether joining leaves nobody at all in that family, so that it goes. */
  leftFamilyIsEmptied: boolean
  /** Whether somebody has proposed already to join the record that is left. */
  proposedAlready: boolean
  areSiblings: boolean
}

type Asked = { actor: Actor }

/** Nobody carries out what they proposed themselves [ORG-1]. */
export const notOwnProposal = ({ proposedBy }: MergeFacts, { actor }: Asked): Decision =>
  actor.kind === 'person' && actor.userId === proposedBy
    ? refused({
        rule: 'ORG-1',
        reason: 'You proposed this, so somebody else looks at it and joins the records.',
        nextStep: 'Ask the co-ordinator or another committee member.',
      })
    : allowed

/** Two records, and neither of them joined to another yet [SAME-CHILD]. */
export const twoSeparateRecords = ({ keep, leave, proposedAlready }: MergeFacts): Decision => {
  if (!keep || !leave || keep.id === leave.id)
    return refused({
      rule: 'SAME-CHILD',
      reason: 'Joining needs two records.',
      nextStep: 'Choose the record to keep, and another one of the same child.',
    })
  const joined = [keep, leave].find(({ joinedTo }) => joinedTo !== null)
  if (joined)
    return refused({
      rule: 'SAME-CHILD',
      reason: `The record of ${joined.name} was joined to another already.`,
      nextStep: 'Use the record that was kept.',
    })
  return proposedAlready
    ? refused({
        rule: 'SAME-CHILD',
        reason: `Somebody has proposed already to join the record of ${leave.name}.`,
        nextStep: 'Open that proposal: join the records there, or say that they are not of one child.',
      })
    : allowed
}

/** Two dates of birth are a fact for a person to settle: it may be two children after all [SAME-CHILD]. */
export const oneDateOfBirth = ({ keep, leave }: MergeFacts): Decision =>
  keep?.bornOn && leave?.bornOn && keep.bornOn !== leave.bornOn
    ? refused({
        rule: 'SAME-CHILD',
        reason: `One record says born ${speakDate(keep.bornOn)}, the other ${speakDate(leave.bornOn)}.`,
        nextStep: 'Find out which is right and put the other one right first. If both are right, it is two children.',
      })
    : allowed

/**
 * What decides something for the child is settled by a person, as the date of birth is: who has parental responsibility,
 * in which year they are taught, which stage and level of support they have [SAME-CHILD].
 */
export const whatDecidesIsSettled = ({ keep, leave }: MergeFacts): Decision => {
  if (!keep || !leave) return allowed
  const apart = OWN_FIELDS.find(
    ({ decides, words }) => decides && words(keep) && words(leave) && words(keep) !== words(leave),
  )
  return apart
    ? refused({
        rule: 'SAME-CHILD',
        reason: `“${apart.label}” is “${apart.words(keep)}” in one record and “${apart.words(leave)}” in the other.`,
        nextStep: 'Find out which is right, put the other record right, and then join them.',
      })
    : allowed
}

/** Parents who are known in another family would be lost to the child [SAME-CHILD]. */
export const oneFamily = ({ keep, leave, leftFamilyIsUsed }: MergeFacts): Decision =>
  keep && leave && keep.familyId !== leave.familyId && leftFamilyIsUsed
    ? refused({
        rule: 'SAME-CHILD',
        reason: `The records stand in two families, “${keep.familyName}” and “${leave.familyName}”, and both are in use.`,
        nextStep:
          'Move the parents and carers to the family that is right, and choose that family on both records. Or keep the other record of the two.',
      })
    : allowed

/** One row of the working list a child: which words stay is for a person to say [ELG-6]. */
export const notBothListed = ({ keep, leave }: MergeFacts): Decision =>
  keep?.isListed && leave?.isListed
    ? refused({
        rule: 'ELG-6',
        reason: 'Both records have a row on the working list.',
        nextStep: 'Keep what you need of both in one row, and take the other off the list first.',
      })
    : allowed

/** One active volunteer a child [MAT-3]. */
export const notBothMatched = ({ keep, leave }: MergeFacts): Decision =>
  keep?.hasActiveMatch && leave?.hasActiveMatch
    ? refused({
        rule: 'MAT-3',
        reason: 'Both records have an active match.',
        nextStep: 'Agree which volunteer stays, and end the other match first.',
      })
    : allowed

/** Nothing that is written of the child is cut short. */
export const wordsFitTogether = ({ keep, leave }: MergeFacts): Decision => {
  if (!keep || !leave) return allowed
  const tooLong = joinedWords({ keep, leave }).find(({ words, longest }) => words.length > longest)
  return tooLong
    ? refused({
        rule: 'SAME-CHILD',
        reason: `“${tooLong.label}” of both together has ${tooLong.words.length} letters; ${tooLong.longest} is the most.`,
        nextStep: 'Shorten one of the two first.',
      })
    : allowed
}

/** One line of the comparison: what each record says, and what will stand. */
export type Compared = { label: string; keep: string; leave: string; stays: string; differs: boolean }

/**
 * What each record says of the child, and what will stand: the kept record's word; where it says nothing, the other's;
 * of what is written at length, both.
 */
export const compared = ({ keep, leave }: { keep: Side; leave: Side }): Compared[] => {
  const lines = OWN_FIELDS.map(({ label, words }) => {
    const [kept, left] = [words(keep), words(leave)]
    return { label, keep: kept, leave: left, stays: kept || left }
  })
  const families = { label: 'Family', keep: keep.familyName, leave: leave.familyName, stays: keep.familyName }
  const written = WRITTEN.map(({ label, of }) => ({
    label,
    keep: of(keep) ?? '',
    leave: of(leave) ?? '',
    stays: both(of(keep), of(leave)),
  }))
  return [...lines, families, ...written].map((line) => ({ ...line, differs: line.keep !== line.leave }))
}

/** What the kept record takes over from the other because it says nothing itself, by field. */
export const takenOver = ({ keep, leave }: { keep: Side; leave: Side }): Partial<Side> =>
  Object.fromEntries(
    OWN_FIELDS.flatMap(({ fields }) => {
      const [first] = fields
      return sameValue(keep[first], null) && !sameValue(leave[first], null)
        ? fields.map((field) => [field, leave[field]])
        : []
    }),
  ) as Partial<Side>

/**
 * What is written of the child in records of which each child has one, once both are joined; only where both have that
 * record.
 */
export const joinedWords = ({
  keep,
  leave,
}: {
  keep: Side
  leave: Side
}): Array<{
  label: string
  collection: 'child-backgrounds' | 'medical-needs'
  id: string
  field: string
  words: string
  longest: number
}> =>
  WRITTEN.flatMap(({ label, collection, field, longest, of }) => {
    const record = collection === 'child-backgrounds' ? keep.background : keep.needs
    const other = collection === 'child-backgrounds' ? leave.background : leave.needs
    return record && other
      ? [{ label, collection, id: record.id, field, longest, words: both(of(keep), of(leave)) }]
      : []
  })

/** Of two live requests to one parent the one answered last stays, or the one sent last; these are taken back. */
export const requestsToRetire = ({ keep, leave }: { keep: Side; leave: Side }): string[] =>
  keep.requests.flatMap((one) =>
    leave.requests
      .filter((other) => other.guardianId === one.guardianId)
      .map((other) => (standing(one) >= standing(other) ? other.id : one.id)),
  )

const standing = ({ answeredAt, askedAt }: Side['requests'][number]): string =>
  `${answeredAt === null ? 0 : 1} ${answeredAt ?? askedAt}`

/** What stands before the words that came from the other record. */
const FROM_THE_OTHER = 'From the record that was joined to this one:'

/** Only what says the very same is left out: “nut allergy” stands beside “Not a nut allergy” too. */
const both = (kept: string | null, left: string | null): string => {
  const [one, other] = [kept?.trim() ?? '', left?.trim() ?? '']
  if (other === '' || one === other) return one
  return one === '' ? other : `${one}\n\n${FROM_THE_OTHER} ${other}`
}

const OWN_FIELDS: ReadonlyArray<{
  label: string
  fields: readonly [keyof Side, ...Array<keyof Side>]
  words: (side: Side) => string
  /** Whether something follows from it, so that two different words must be settled first. */
  decides?: true
}> = [
  { label: 'Name', fields: ['name'], words: ({ name }) => name },
  { label: 'Likes to be called', fields: ['knownAs'], words: ({ knownAs }) => knownAs ?? '' },
  { label: 'Date of birth', fields: ['bornOn'], words: ({ bornOn }) => (bornOn ? speakDate(bornOn) : '') },
  {
    label: 'In the care of a council',
    fields: ['inCare'],
    words: ({ inCare }) => (inCare ? 'Yes' : 'No'),
    decides: true,
  },
  { label: 'School', fields: ['school'], words: ({ school }) => school ?? '' },
  {
    label: 'Taught in another school year',
    fields: ['heldInYear', 'heldInYearOn'],
    words: ({ heldInYear, heldInYearOn }) =>
      heldInYear === null ? '' : `Year ${heldInYear}${heldInYearOn ? `, since ${speakDate(heldInYearOn)}` : ''}`,
    decides: true,
  },
  { label: 'Stage', fields: ['stages'], words: ({ stages }) => stages.join(', '), decides: true },
  {
    label: 'Level of support',
    fields: ['supportLevelId', 'supportLevel'],
    words: ({ supportLevel }) => supportLevel ?? '',
    decides: true,
  },
]

const WRITTEN = [
  {
    label: 'Background',
    collection: 'child-backgrounds',
    field: 'background',
    longest: 10_000,
    of: ({ background }: Side) => background?.background ?? null,
  },
  {
    label: 'Allergies',
    collection: 'medical-needs',
    field: 'allergies',
    longest: 2_000,
    of: ({ needs }: Side) => needs?.allergies ?? null,
  },
  {
    label: 'Medication',
    collection: 'medical-needs',
    field: 'medication',
    longest: 2_000,
    of: ({ needs }: Side) => needs?.medication ?? null,
  },
  {
    label: 'Access needs',
    collection: 'medical-needs',
    field: 'accessNeeds',
    longest: 2_000,
    of: ({ needs }: Side) => needs?.accessNeeds ?? null,
  },
  {
    label: 'What to do in an emergency',
    collection: 'medical-needs',
    field: 'inAnEmergency',
    longest: 2_000,
    of: ({ needs }: Side) => needs?.inAnEmergency ?? null,
  },
] as const

/** Whose work it is, and what everybody else is told [SAME-CHILD]. */
export const caseworker = caseworkersOnly({
  rule: 'SAME-CHILD',
  reason: 'The co-ordinator and the committee look after children’s records.',
})
