import type { Endpoint } from 'payload'
import { actorOf } from '../../core/access/actor.ts'
import { mayEnterPanel } from '../../core/access/mayEnterPanel.ts'
import { workOf } from '../../core/access/work.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import { searchEverywhere } from '../../core/search/everywhere.ts'
import { areas } from '../../programme/house.ts'

/** What stands below the search box while somebody types: a few of each kind, read as that person. */
export const searchEndpoint: Endpoint = {
  path: '/search',
  method: 'get',
  handler: async (req) => {
    if (!mayEnterPanel(actorOf(req))) throw forbiddenError()
    const kinds = await searchEverywhere({
      work: workOf(req),
      kinds: areas.flatMap(({ searched = [] }) => searched),
      asked: askedIn(req.searchParams.get('q')),
      most: ROWS_WHILE_TYPING,
    })
    return Response.json({ kinds })
  },
}

/** What is asked for in an address: no more of it than the box takes. */
export const askedIn = (given: unknown): string =>
  typeof given === 'string' ? given.slice(0, SEARCH.longest).trim() : ''

const ROWS_WHILE_TYPING = 4
