import type { AdminViewServerProps } from 'payload'
import { Suspense } from 'react'
import { workOf } from '../../core/access/work.ts'
import { speakDay } from '../../core/clock/londonDates.ts'
import { quickLinksOf } from '../../core/house/quickLinks.ts'
import { areas as house, TODAY_HEADINGS } from '../../programme/house.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { DoneInPlace } from './Doings.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { loadTabs, loadToday, placeIn, type Place, type Today as WhatIsShown } from './loadToday.ts'
import { AreaQueues, OfOthers } from './Queues.tsx'
import { Tabs } from './Tabs.tsx'
import { Yours } from './Yours.tsx'

/** The first page of the panel: what this person does first, and each area of what waits in a tab of its own. */
export const Today = async ({ initPageResult, searchParams }: AdminViewServerProps) => {
  const work = workOf(initPageResult.req)
  const place = placeIn(searchParams?.tab)
  const today = await loadToday({ work, place })
  return (
    <main className="today" id="today">
      <header className="today__head">
        <h1 tabIndex={-1}>Today</h1>
        <p>{speakDay(work.now)}</p>
      </header>
      {today.tabs ? (
        <Tabs place={place} tabs={today.tabs} />
      ) : (
        <Suspense fallback={<Tabs place={place} />}>
          <TabsOfAll place={place} loading={loadTabs(work)} />
        </Suspense>
      )}
      <DoneInPlace>
        <div className="today__columns">
          <div className="today__queues">
            {isCaseworker(work.actor) && !today.isBegun ? <FirstSteps /> : <Shown today={today} now={work.now} />}
          </div>
          <nav className="today__links" aria-labelledby="often-done">
            <h2 id="often-done">Often done</h2>
            <ul>
              {quickLinksOf({ areas: house, actor: work.actor }).map(({ href, words }) => (
                <li key={href}>
                  <a href={href}>{words}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </DoneInPlace>
    </main>
  )
}

const Shown = ({ today: { place, inbox, tabs, queues }, now }: { today: WhatIsShown; now: Date }) =>
  inbox ? (
    <>
      <Yours inbox={inbox} tabs={tabs ?? []} now={now} />
      <OfOthers queues={queues} now={now} />
    </>
  ) : (
    <AreaQueues title={TODAY_HEADINGS[place as keyof typeof TODAY_HEADINGS]} queues={queues} now={now} />
  )

/** The tabs beside one area, which stands before the others are counted. */
const TabsOfAll = async ({ place, loading }: { place: Place; loading: ReturnType<typeof loadTabs> }) => (
  <Tabs place={place} tabs={await loading} />
)
