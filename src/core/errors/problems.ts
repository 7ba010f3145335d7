import { APIError } from 'payload'
import { refusalSentence, type Refused } from './refusal.ts'
import { ownWords } from './ownWords.ts'

type ProblemDetail = { rule: string; reason: string; nextStep: string; field?: string }

/**
 * An error that the person may read, answered by Payload's REST with the given status. No class of our own, because the
 * panel's bundle and the server each hold a copy of this module, and `instanceof` fails between them.
 */
const publicError = ({ status, detail }: { status: number; detail: ProblemDetail }): APIError<ProblemDetail> =>
  new APIError(refusalSentence(detail), status, detail, true)

/**
 * A gate's refusal as an error to throw: 409, with the rule's id, the reason, the next step and the field that must be
 * changed, where it is one.
 */
export const refusalError = ({ rule, reason, nextStep, field }: Refused): Error =>
  publicError({ status: 409, detail: { rule, reason, nextStep, ...(field === undefined ? {} : { field }) } })

/** Input that cannot be taken as it stands: 400. */
export const badInputError = ({ reason, nextStep }: { reason: string; nextStep: string }): Error =>
  publicError({ status: 400, detail: { rule: 'INPUT', reason, nextStep } })

/** The record is not there, or not for this person to see: both look alike. 404. */
export const notFoundError = (): Error =>
  publicError({
    status: 404,
    detail: {
      rule: 'NOT-FOUND',
      reason: 'We cannot find that record.',
      nextStep: 'Check the address, or go back and choose it from a list.',
    },
  })

/** The person is not allowed here at all: 403. */
export const forbiddenError = (): Error =>
  publicError({
    status: 403,
    detail: {
      rule: 'ACCESS',
      reason: 'You are not allowed to do that.',
      nextStep: `Ask ${ownWords().whoHelps} if you think you should be.`,
    },
  })

/**
 * The connection broke while PostgreSQL was storing: it may have happened or not, and nobody can tell from here. 503.
 */
export const uncertainError = ({ cause }: { cause: unknown }): Error =>
  Object.assign(
    publicError({
      status: 503,
      detail: {
        rule: 'UNCERTAIN',
        reason:
          'The way to our records broke in the very moment of storing, so we cannot tell whether this was stored.',
        nextStep: 'Look whether it is there before you send it again.',
      },
    }),
    { cause },
  )

/** The refusal inside an error thrown by `refusalError`, wherever it was thrown; undefined for any other error. */
export const refusalWithin = (error: unknown): Refused | undefined => {
  if (!(error instanceof Error) || !('status' in error) || error.status !== 409 || !('data' in error)) return undefined
  const detail = error.data
  if (
    typeof detail !== 'object' ||
    detail === null ||
    !('rule' in detail) ||
    !('reason' in detail) ||
    !('nextStep' in detail)
  )
    return undefined
  return {
    allowed: false,
    rule: String(detail.rule),
    reason: String(detail.reason),
    nextStep: String(detail.nextStep),
    ...('field' in detail && typeof detail.field === 'string' ? { field: detail.field } : {}),
  }
}
