import { londonDate, speakDay, speakTime } from '../../../core/clock/londonDates.ts'
import { sharedCalendar } from '../../../programme/meetings/queries.ts'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import { Pagination } from '../../design/Pagination.tsx'
import { renderPage } from '../../design/renderPage.ts'
import { Tag } from '../../design/Tag.tsx'
import { Timeline } from '../../design/Timeline.tsx'
import { meetingTag, speakMinutes } from './meetingWords.ts'
import { openPage } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/**
 * The programme's calendar for the next six weeks: a proposed meeting stands there as to be confirmed, and no child is named
 * [MTG-4, MTG-6].
 */
export const showCalendar: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const asked = pageIn(request)
  const { entries, pages } = await sharedCalendar({ query, actor, now, days: 42, page: asked })
  const page = Math.min(asked, pages)
  response.type('html').send(
    renderPage(
      <Page frame={frame} title="Calendar" back={{ href: '/portal' }}>
        <Heading caption="The next six weeks">Calendar</Heading>
        <p>Everybody in the programme sees this calendar. It never names a child. Yours are on the sun, and open.</p>
        {entries.length === 0 ? <EmptyState title="Nothing is planned yet." drawing="empty" /> : null}
        <Timeline
          entries={entries.map(({ startsAt, minutes, place, status, isOwn, openId }) => ({
            id: `${startsAt.toISOString()}${place}`,
            date: londonDate(startsAt),
            spokenDay: speakDay(startsAt),
            title: `${speakTime(startsAt)}, for ${speakMinutes(minutes)}`,
            ...(openId === null ? {} : { href: `/portal/meetings/${openId}` }),
            joy: isOwn,
            detail: place,
            aside: (
              <span className="tags">
                <Tag {...meetingTag(status)} />
                {isOwn ? <Tag text="Yours" tone="information" /> : null}
              </span>
            ),
          }))}
        />
        <Pagination
          page={page}
          pages={pages}
          hrefFor={(number) => `/portal/calendar?page=${number}`}
          label="Calendar"
        />
      </Page>,
    ),
  )
}

/** The page that the address asks for, from 1; the first for anything that is no number. */
const pageIn = ({ query: { page } }: Parameters<PortalHandler>[0]['request']): number =>
  typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1
