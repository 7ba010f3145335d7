import type { AfterErrorHook } from 'payload'
import { problemJson } from './answerErrors.ts'
import { wordsWithin, type Problem } from './httpProblem.ts'
import { problemWithin } from './problemWithin.ts'
import { signInTroubleOf } from './signInTrouble.ts'

/**
 * For `hooks.afterError` of the Payload configuration: gives errors of the REST API the same statuses and words as
 * those of our pages. Payload's own answers to bad fields stay as they are, because the panel shows them beside the
 * fields. Where the person could not be looked up, that is the answer, whatever was refused for want of them.
 */
export const afterPayloadError: AfterErrorHook = ({ error, req }) => {
  const trouble = signInTroubleOf(req)
  if (trouble !== undefined) return answerOf(problemWithin(trouble))
  const problem = problemWithin(error)
  const known = wordsWithin(error) !== undefined || ('status' in error ? error.status === 500 : true)
  return known ? answerOf(problem) : undefined
}

const answerOf = ({ status, refusal }: Problem) => ({ status, response: problemJson({ refusal }) })
