import type { Endpoint } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { isCaseworker } from '../people/roles.ts'
import { loadStartingPlaces } from './starting/loadStartingPlaces.ts'

/**
 * `POST /api/directory-entries/starting-places`: puts the places to begin with, for the co-ordinator and the committee.
 * Answers what was added.
 */
export const startingPlacesEndpoint: Endpoint = {
  path: '/starting-places',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCaseworker(work.actor)) throw forbiddenError()
    return Response.json({ added: await inTransaction({ req, work: () => loadStartingPlaces(work) }) })
  },
}
