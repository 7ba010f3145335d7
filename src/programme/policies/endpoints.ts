import type { Endpoint } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { isAdministrator, isCaseworker, isCommittee } from '../people/roles.ts'
import { loadStartingSet } from './starting/loadStartingSet.ts'
import { startFromTextInForce } from './versions/newVersion.ts'
import { chaseSigners } from './acceptances/reminders.ts'

/**
 * `POST /api/policies/chase`: reminds every volunteer who still has something to accept, for the co-ordinator and the
 * committee. Answers how many were reminded now.
 */
export const chaseEndpoint: Endpoint = {
  path: '/chase',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCaseworker(work.actor)) throw forbiddenError()
    return Response.json({ reminded: await inTransaction({ req, work: () => chaseSigners(work) }) })
  },
}

/**
 * `POST /api/policies/starting-set`: puts the drafts to start from, for the committee and administrators. Answers what
 * was added.
 */
export const startingSetEndpoint: Endpoint = {
  path: '/starting-set',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCommittee(work.actor) && !isAdministrator(work.actor)) throw forbiddenError()
    return Response.json({ added: await inTransaction({ req, work: () => loadStartingSet(work) }) })
  },
}

/**
 * `POST /api/policy-versions/:id/new-version`: starts a draft from the text of the version in force, for the committee.
 * Answers the draft's id.
 */
export const newVersionEndpoint: Endpoint = {
  path: '/:id/new-version',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCommittee(work.actor)) throw forbiddenError()
    return Response.json({
      doc: {
        id: await inTransaction({
          req,
          work: () => startFromTextInForce({ work, versionId: String(req.routeParams?.id) }),
        }),
      },
    })
  },
}
