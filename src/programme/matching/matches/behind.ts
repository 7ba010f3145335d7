import type { Actor } from '../../../core/access/actor.ts'
import { sameValue } from '../../../core/audit/differences.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'

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

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
