import type { Endpoint } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { isAdministrator, isCaseworker, isCommittee } from '../people/roles.ts'
import { loadStartingSet } from './loadStartingSet.ts'
import { chaseSigners } from './reminders.ts'

/** `POST /api/policies/chase`: reminds every volunteer who still has something to accept, for the co-ordinator and the committee. Answers how many were reminded now. */
export const chaseEndpoint: Endpoint = {
  path: '/chase',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCaseworker(work.actor)) throw forbiddenError()
    return Response.json({ reminded: await inTransaction({ req, work: () => chaseSigners(work) }) })
  },
}

/** `POST /api/policies/starting-set`: puts the drafts to start from, for the committee and administrators. Answers what was added. */
export const startingSetEndpoint: Endpoint = {
  path: '/starting-set',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCommittee(work.actor) && !isAdministrator(work.actor)) throw forbiddenError()
    return Response.json({ added: await inTransaction({ req, work: () => loadStartingSet(work) }) })
  },
}
