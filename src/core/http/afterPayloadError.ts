import type { AfterErrorHook } from 'payload'
import { problemJson } from './answerErrors.ts'
import { wordsWithin } from './httpProblem.ts'
import { problemWithin } from './problemWithin.ts'

/**
 * For `hooks.afterError` of the Payload configuration: gives errors of the REST API the same statuses and words as those of
 * our pages. Payload's own answers to bad fields stay as they are, because the panel shows them beside the fields.
 */
export const afterPayloadError: AfterErrorHook = ({ error }) => {
  const problem = problemWithin(error)
  const known = wordsWithin(error) !== undefined || ('status' in error ? error.status === 500 : true)
  return known ? { status: problem.status, response: problemJson({ refusal: problem.refusal }) } : undefined
}
