import type { Endpoint } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { isCommittee } from '../people/roles.ts'
import { loadStartingPages } from './starting/loadStartingPages.ts'

/**
 * `POST /api/guidance-pages/starting-pages`: puts the drafts to start from, for the committee. Answers what was added.
 */
export const startingPagesEndpoint: Endpoint = {
  path: '/starting-pages',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCommittee(work.actor)) throw forbiddenError()
    return Response.json({ added: await inTransaction({ req, work: () => loadStartingPages(work) }) })
  },
}
