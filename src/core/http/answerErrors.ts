import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { isError } from './isError.ts'
import type { ProblemWords } from './httpProblem.ts'
import { problemWithin } from './problemWithin.ts'
import { requestIdOf } from './requestLog.ts'
import { isApiRequest } from './routeShape.ts'
import { nonceOf } from './securityHeaders.ts'
import { ownWords } from '../errors/ownWords.ts'

/**
 * What a page about a problem may show. The request's number is given only where the fault is ours and worth quoting.
 */
export type ProblemPage = {
  status: number
  refusal?: ProblemWords
  requestId?: string
  retryAfterSeconds?: number
  nonce: string
}

/** Draws the page about a problem; it may look at the request to know whose menu goes around it. */
type RenderProblem = (page: ProblemPage, given: { request: Request; response: Response }) => string | Promise<string>

/**
 * The last step of the app: answers every error, JSON under /api and `renderProblem`'s page elsewhere. A refusal keeps
 * its words; an unknown error is a 500 that shows no stack, SQL, path or version. Errors from 500 up go to the log by
 * way of the request's own line.
 */
export const answerErrors =
  ({ renderProblem }: { renderProblem: RenderProblem }): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    void next
    const { status, refusal, retryAfterSeconds } = problemWithin(error)
    if (status >= 500) response.err = isError(error) ? error : new Error('Something that is no error was thrown.')
    if (response.headersSent) {
      response.destroy()
      return
    }
    const requestId = status >= 500 ? requestIdOf(request) : undefined
    response.status(status).setHeader('Cache-Control', 'no-store')
    if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds))
    if (isApiRequest(request)) {
      response.json(problemJson({ refusal, requestId }))
      return
    }
    response.type('html').send(
      await pageOrWords({
        renderProblem,
        page: { status, refusal, requestId, retryAfterSeconds, nonce: nonceOf(response) },
        request,
        response,
      }),
    )
  }

/** Goes just before `answerErrors`: nothing above wanted this request. */
export const answerNotFound: RequestHandler = () => {
  throw Object.assign(new Error('Nothing is at this address.'), { status: 404 })
}

/** The body of an error under /api, in the form that Payload's own errors have. */
export const problemJson = ({ refusal, requestId }: { refusal?: ProblemWords; requestId?: string }) => ({
  errors: [
    refusal
      ? { message: `${refusal.reason} ${refusal.nextStep}`, ...refusal }
      : { message: ourFault(), ...(requestId ? { requestId } : {}) },
  ],
})

const ourFault = (): string =>
  `Something went wrong on our side, so this was not done. Try again, and tell ${ownWords().whoHelps} if it happens again.`

/** A page that cannot be drawn must not hide what it was to say. */
const pageOrWords = async ({
  renderProblem,
  page,
  request,
  response,
}: {
  renderProblem: RenderProblem
  page: ProblemPage
  request: Request
  response: Response
}): Promise<string> => {
  try {
    return await renderProblem(page, { request, response })
  } catch (problem) {
    response.err ??= isError(problem) ? problem : undefined
    response.type('text')
    return page.refusal ? `${page.refusal.reason} ${page.refusal.nextStep}` : ourFault()
  }
}
