import type { Request, RequestHandler, Response } from 'express'
import { anonymous, type Actor, type PersonActor } from '../../core/access/actor.ts'
import { mayEnterPanel } from '../../core/access/mayEnterPanel.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { readSessionCookie } from '../../core/http/sessionCookie.ts'
import { isCaseworker, ownVolunteerIdOf, volunteerIdOf } from '../../programme/people/roles.ts'
import { personOfSession } from '../../programme/people/signIn/sessions.ts'
import type { WebServices } from '../services.ts'

/** Finds out, once a request, who is signed in. */
export const recogniseVisitor =
  ({ payload, environment, clock }: WebServices): RequestHandler =>
  async (request, response, next) => {
    const token = readSessionCookie({ cookieHeader: request.headers.cookie, publicUrl: environment.publicUrl })
    response.locals.token = token
    response.locals.person = token
      ? await personOfSession({ query: plainQuery(payload), token, now: clock.now() })
      : undefined
    next()
  }

/** The signed-in person of this request, or undefined. */
export const personOf = (response: Response): PersonActor | undefined =>
  response.locals.person as PersonActor | undefined

/** Who acts in this request. */
export const visitorOf = (response: Response): Actor => personOf(response) ?? anonymous

/** Lets anybody in who is signed in and holds a role today: to read policies, to learn whom to ring. */
export const requireRole: RequestHandler = (request, response, next) => {
  const person = personOf(response)
  if (!person) return signInFirst(request, response, next)
  if (person.roles.length === 0) return response.redirect(303, '/account')
  next()
}

/** Lets in whoever is signed in, for their own account, whether or not they hold a role. */
export const requireSignedIn: RequestHandler = (request, response, next) => {
  if (!personOf(response)) return signInFirst(request, response, next)
  next()
}

/**
 * Lets only volunteers and caseworkers into the portal; others are asked to sign in, and come back to where they were
 * going.
 */
export const requirePortalPerson: RequestHandler = (request, response, next) => {
  const person = personOf(response)
  if (!person) return signInFirst(request, response, next)
  if (volunteerIdOf(person) === undefined && !isCaseworker(person))
    return response.redirect(
      303,
      mayEnterPanel(person) ? '/admin' : ownVolunteerIdOf(person) !== undefined ? '/portal/record' : '/account',
    )
  next()
}

/** Lets only those with a role of the panel to /admin and /api; a volunteer alone gets neither. */
export const requirePanelPerson: RequestHandler = (request, response, next) => {
  const person = personOf(response)
  if (person && mayEnterPanel(person)) return next()
  if (request.baseUrl === '/admin' && !person) return response.redirect(303, signInAddress(request))
  throw Object.assign(new Error('Only for the committee.'), { status: person ? 403 : 401 })
}

/**
 * Lets only the co-ordinator and the committee in; a stranger is asked to sign in, anybody else told that it is not for
 * them.
 */
export const requireCaseworker: RequestHandler = (request, response, next) => {
  const person = personOf(response)
  if (!person) return signInFirst(request, response, next)
  if (!isCaseworker(person)) throw forbiddenError()
  next()
}

/** Says what answers a form that is sent by whoever is not signed in any more: it is not to be lost. */
export const answerLostForms =
  (answers: readonly RequestHandler[]): RequestHandler =>
  (_request, response, next) => {
    response.locals.lostForms = answers
    next()
  }

/** A page leads to the sign-in, and from there back; a form is carried along, so that nothing typed is lost. */
const signInFirst: RequestHandler = (request, response, next) => {
  const answers = response.locals.lostForms as readonly RequestHandler[] | undefined
  if (request.method !== 'POST' || answers === undefined) return response.redirect(303, signInAddress(request))
  const [first, ...further] = answers
  const inTurn = (step: RequestHandler | undefined, rest: readonly RequestHandler[]): void => {
    void step?.(request, response, (problem?: unknown) =>
      problem === undefined ? inTurn(rest[0], rest.slice(1)) : next(problem),
    )
  }
  inTurn(first, further)
}

const signInAddress = (request: Request): string =>
  `/sign-in?next=${encodeURIComponent(request.method === 'GET' ? request.originalUrl : '/portal')}`
