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
  if (!person) return response.redirect(303, signInAddress(request))
  if (person.roles.length === 0) return response.redirect(303, '/account')
  next()
}

/** Lets in whoever is signed in, for their own account, whether or not they hold a role. */
export const requireSignedIn: RequestHandler = (request, response, next) => {
  if (!personOf(response)) return response.redirect(303, signInAddress(request))
  next()
}

/**
 * Lets only volunteers and caseworkers into the portal; others are asked to sign in, and come back to where they were
 * going.
 */
export const requirePortalPerson: RequestHandler = (request, response, next) => {
  const person = personOf(response)
  if (!person) return response.redirect(303, signInAddress(request))
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
  if (!person) return response.redirect(303, signInAddress(request))
  if (!isCaseworker(person)) throw forbiddenError()
  next()
}

const signInAddress = (request: Request): string =>
  `/sign-in?next=${encodeURIComponent(request.method === 'GET' ? request.originalUrl : '/portal')}`
