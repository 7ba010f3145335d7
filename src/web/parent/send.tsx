import type { ReactElement } from 'react'
import type { Work } from '../../core/access/work.ts'
import { submit } from '../visit/submit.ts'
import { sentencesInWords } from './errorWords.ts'
import { parentNotices } from './notices.ts'
import { noteReading, openLink, type ParentHandler } from './openedLink.ts'
import { answeredPage } from './answered.tsx'
import { UnusableLinkPage } from '../link/UnusableLinkPage.tsx'

type Sending = Parameters<ParentHandler>[0] & {
  purpose: string
  notice: Parameters<typeof parentNotices.addressWith>[0]['notice']
  work: (work: Work) => Promise<unknown>
  /** The page on which the button stood, with the sentences that say what is wrong. */
  page: (sentences: string[]) => ReactElement
}

/**
 * Does, as the holder of the link, what a button asks for: once, in one transaction. Where the request has moved on
 * meanwhile, from another window or by the co-ordinator, the refusal stands above what holds now.
 */
export const send = ({ services, request, response, link, purpose, notice, work, page }: Sending): Promise<void> =>
  submit({
    services,
    request,
    response,
    actor: link.actor,
    purpose,
    work: async (started) => {
      await work(started)
      return { location: parentNotices.addressWith({ path: '/consent', notice }) }
    },
    again: async (sentences) => {
      const { link: current, ...surroundings } = await openLink({ services, request, response })
      if (!current) return <UnusableLinkPage {...surroundings} newLinkAddress="/consent/new-link" />
      if (current.visit.status !== 'open')
        return answeredPage({ services, link: current, sentences: [current.words.say('answered.moved-on')] })
      await noteReading({ services, link })
      return page(sentencesInWords({ link: current, sentences }))
    },
  })
