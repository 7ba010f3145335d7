import { isError } from './isError.ts'

/** What a person reads when something is refused: the rule's id, why, and what to do next. */
export type ProblemWords = { rule: string; reason: string; nextStep: string }

/** How a failure is answered. Without `refusal` there is nothing to tell but that it was our fault. */
export type Problem = { status: number; refusal?: ProblemWords; retryAfterSeconds?: number }

/**
 * An error with words for the person, answered with the given status. It has the shape and the name of the errors of
 * `core/errors/problems.ts`, so Payload's REST, its log and our pages treat both alike, without loading Payload here.
 */
export const httpProblem = ({
  status,
  retryAfterSeconds,
  rule,
  reason,
  nextStep,
}: { status: number; retryAfterSeconds?: number } & ProblemWords): Error =>
  Object.assign(new Error(`${reason} ${nextStep}`), {
    name: 'APIError',
    status,
    isPublic: true,
    data: { rule, reason, nextStep },
    retryAfterSeconds,
  })

/** The words inside an error made for a person, wherever it was thrown; undefined for any other. */
export const wordsWithin = (error: unknown): ProblemWords | undefined => {
  if (!isError(error) || !('data' in error)) return undefined
  const detail = error.data
  if (
    typeof detail !== 'object' ||
    detail === null ||
    !('rule' in detail) ||
    !('reason' in detail) ||
    !('nextStep' in detail)
  )
    return undefined
  return { rule: String(detail.rule), reason: String(detail.reason), nextStep: String(detail.nextStep) }
}
