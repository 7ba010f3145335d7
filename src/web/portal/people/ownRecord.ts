import { notFoundError } from '../../../core/errors/problems.ts'
import { ownVolunteerIdOf } from '../../../programme/people/roles.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { openPage, type OpenedPage } from '../../visit/openPage.ts'

/** What the pages of one's own volunteer record start from. Throws 404 for whoever has none. */
export const openOwnRecord = async (
  given: Parameters<PortalHandler>[0],
): Promise<OpenedPage & { volunteerId: string }> => {
  const page = await openPage(given)
  const volunteerId = ownVolunteerIdOf(page.actor)
  if (volunteerId === undefined) throw notFoundError()
  return { ...page, volunteerId }
}
