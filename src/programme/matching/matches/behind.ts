import type { Actor } from '../../../core/access/actor.ts'
import { sameValue } from '../../../core/audit/differences.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { whoElse, type Seats } from '../../people/children/seats.ts'

/**
 * Who stands behind a match that is to start: who proposed it, who chose the volunteer, and who wrote down each step of
 * the readiness list that is done.
 */
export type Behind = { proposedBy: string | null; chosenBy: string | null; stepsBy: readonly string[] }

/** The steps that somebody makes true by writing them down in the match itself [MAT-2, MAT-9, MAT-10]. */
export const STEPS = [
  'goalsSetOn',
  'parentsMetBy',
  'parentsMetOn',
  'school',
  'schoolReason',
  'introducedOn',
  'firstReviewOn',
  'childAgreedOn',
  'riskAcceptedOn',
  'riskAcceptedBy',
] as const

/**
 * By whom each step was written down, after a save: what changed is theirs who changed it, what was emptied is
 * nobody's; null while there is none.
 */
export const stepsWrittenBy = ({
  before,
  after,
  actor,
}: {
  before: RecordData
  after: RecordData
  actor: Actor
}): Record<string, string> | null => {
  const written = (before.stepsBy ?? {}) as Record<string, string>
  const steps = Object.fromEntries(
    STEPS.flatMap((step) => {
      if (isEmpty(after[step])) return []
      if (!sameValue(before[step], after[step])) return actor.kind === 'person' ? [[step, actor.userId]] : []
      return written[step] === undefined ? [] : [[step, written[step]]]
    }),
  )
  return Object.keys(steps).length > 0 ? steps : null
}

/** Who stands behind a match as it is stored. */
export const behindMatch = ({ proposedBy, chosenBy, stepsBy }: RecordData): Behind => ({
  proposedBy: typeof proposedBy === 'string' ? proposedBy : null,
  chosenBy: typeof chosenBy === 'string' ? chosenBy : null,
  stepsBy: Object.values((stepsBy ?? {}) as Record<string, string>),
})

/**
 * Starting a match is a decision: whoever proposed it, chose the volunteer, or alone wrote down its steps does not
 * start it; the next
 * committee member who did none of these does. Where nobody else sits on the committee, one of these still may, so that
 * it never
 * dead-locks; but nobody ever who is the only one behind all of it [ORG-1].
 */
export const startedByAnother = (
  { behind, volunteerUserId, seats }: { behind: Behind; volunteerUserId: string | null; seats: Seats },
  { actor }: { actor: Actor },
): Decision => {
  if (actor.kind !== 'person') return allowed
  const own = partsOf({ behind, userId: actor.userId })
  if (own.length === 0) return allowed
  const { proposedBy, chosenBy, stepsBy } = behind
  const involved = seats.committee
    .filter(({ id }) => id === volunteerUserId || partsOf({ behind, userId: id }).length > 0)
    .map(({ id }) => id)
  const isAlone = [proposedBy, chosenBy, ...stepsBy].every((id) => id === null || id === actor.userId)
  if (!isAlone && seats.committee.every(({ id }) => involved.includes(id))) return allowed
  return refused({
    rule: 'ORG-1',
    reason: `You ${inWords(own)}, so somebody else starts this match.`,
    nextStep: whoElse({ seats, without: [...involved, volunteerUserId, actor.userId], missing: 1 }),
  })
}

const partsOf = ({
  behind: { proposedBy, chosenBy, stepsBy },
  userId,
}: {
  behind: Behind
  userId: string
}): string[] => [
  ...(proposedBy === userId ? ['proposed it'] : []),
  ...(chosenBy === userId ? ['chose the volunteer'] : []),
  ...(stepsBy.length > 0 && stepsBy.every((id) => id === userId) ? ['wrote down every step'] : []),
]

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
