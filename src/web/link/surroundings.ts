import type { Request } from 'express'
import { plainQuery } from '../../core/database/transaction.ts'
import { readSettings, type Settings } from '../../core/settings/settings.ts'
import type { ParentWords } from '../../programme/people/parentWords/parentWords.ts'
import { pageFrame, type PageFrame, type Reach } from '../design/pageFrame.ts'
import type { WebServices } from '../services.ts'

/**
 * What surrounds every page for people without an account: the charity's names and how to reach it; nobody's
 * navigation.
 */
export type LinkSurroundings = { frame: PageFrame; settings: Settings }

/** The surroundings of a page that needs no link. */
export const openSurroundings = async ({
  services,
  request,
  words,
}: {
  services: WebServices
  request: Request
  /** In which language the page speaks; in English unless told. */
  words?: ParentWords
}): Promise<LinkSurroundings> => {
  const settings = await readSettings({ query: plainQuery(services.payload) })
  const { charityName, programmeName, accent } = settings
  const address = request.originalUrl.split('?')[0]
  return {
    settings,
    frame: pageFrame({ charityName, programmeName, accent, address, words, reach: reachOf({ settings }) }),
  }
}

/** How the charity is reached with a worry, as every page says it [SAF-2]. */
export const reachOf = ({
  settings: { officePhone, officeEmail },
  contacts,
}: {
  settings: Pick<Settings, 'officePhone' | 'officeEmail'>
  contacts?: readonly string[]
}): Reach => ({ phone: officePhone, email: officeEmail, contacts })
