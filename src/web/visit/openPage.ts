import type { Request, Response } from 'express'
import type { PersonActor } from '../../core/access/actor.ts'
import { startWork } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { isUuid } from '../../core/database/locks.ts'
import { askedTogether } from '../../core/database/askedTogether.ts'
import { poolOf } from '../../core/database/transaction.ts'
import type { Query } from '../../core/database/query.ts'
import { notFoundError } from '../../core/errors/problems.ts'
import { frameFor } from './frame.ts'
import type { PageFrame } from '../design/pageFrame.ts'
import type { WebServices } from '../services.ts'
import { personOf } from './visitor.ts'

/** What every page of the portal starts from. */
export type OpenedPage = { actor: PersonActor; query: Query; now: Date; frame: PageFrame }

/** The person, the moment, the database and the frame of a page of the portal. */
export const openPage = async ({
  services,
  request,
  response,
}: {
  services: WebServices
  request: Request
  response: Response
}): Promise<OpenedPage> => {
  const visit = openVisit({ services, response })
  return { ...visit, frame: await frameFor({ services, request, response, query: visit.query }) }
}

/**
 * The same without a frame: for what is answered with a redirect as a rule, and for a page that asks for its frame
 * together with all the rest.
 */
export const openVisit = ({
  services,
  response,
}: {
  services: WebServices
  response: Response
}): Omit<OpenedPage, 'frame'> => {
  const actor = personOf(response)
  if (!actor) throw notFoundError()
  return { actor, query: askedTogether(poolOf(services.payload)), now: services.clock.now() }
}

/** The record's id in the address. Throws 404 for anything that is none. */
export const idIn = (request: Request): string => {
  const { id } = request.params
  if (!isUuid(id)) throw notFoundError()
  return id
}

/** Records, and commits, whose records this page is about to show [DAT-1]. When that fails nothing is shown. */
export const noteReading = async ({
  services,
  actor,
  collection,
  ids,
}: {
  services: WebServices
  actor: PersonActor
  collection: string
  ids: readonly string[]
}): Promise<void> => {
  const seen = [...new Set(ids)]
  if (seen.length > 0)
    await recordReads({
      work: await startWork({ payload: services.payload, actor, from: 'portal' }),
      collection,
      ids: seen,
    })
}
