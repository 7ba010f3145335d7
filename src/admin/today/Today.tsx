import type { AdminViewServerProps } from 'payload'
import { Fragment, type ReactNode } from 'react'
import { workOf } from '../../core/access/work.ts'
import { speakMoment } from '../../core/clock/londonDates.ts'
import { quickLinksOf } from '../../core/house/quickLinks.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { Messages } from '../actions/Messages.tsx'
import { CallsToMake, CapturesToConfirm, ConsentsEnding, ConsentsWaiting } from '../consent/queues.tsx'
import { PlacesToCheck, SuggestionsToAnswer } from '../directory/queues.tsx'
import { HandoversToBegin, MatchesToComplete, MembershipsLapsed, WaitingList } from '../matching/queues.tsx'
import { LogsToRead, MeetingsToConfirm } from '../meetings/queues.tsx'
import { MergesToLookAt } from '../merging/queues.tsx'
import { AccountChangesToConfirm, AccountsToFinish, FailedMessages } from '../people/queues.tsx'
import { PoliciesToAdopt, PoliciesToReview, TranslationsToAdopt } from '../policies/queues.tsx'
import {
  ApplicationsToConsider,
  ApplicationsToDecide,
  InterviewsToHold,
  ReferencesOutstanding,
} from '../recruitment/applicationQueues.tsx'
import { OverridesToDecide, VettingEnding, VolunteersToClear, WishesToStop } from '../recruitment/volunteerQueues.tsx'
import { ReferralsToDecide, ReferralsToLink, ReferralsWaiting } from '../referrals/queues.tsx'
import { EntriesToComplete } from '../workingList/queues.tsx'
import { areas as house, type QueueName } from '../../programme/house.ts'
import { arrange, type Area } from './arrange.ts'
import { loadToday, type WhatWaits } from './loadToday.ts'

/** The first page of the panel: what waits for this person today, each row with the one thing to do about it. */
export const Today = async ({ initPageResult }: AdminViewServerProps) => {
  const work = workOf(initPageResult.req)
  const waits = await loadToday({ work })
  return (
    <main className="today" id="today">
      <header className="today__head">
        <h1>Today</h1>
        <p>{dayOf(work.now)}</p>
      </header>
      <Messages>
        <div className="today__columns">
          <div className="today__queues">
            {isCaseworker(work.actor) && !waits.isBegun ? <FirstSteps /> : <Queues waits={waits} now={work.now} />}
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
      </Messages>
    </main>
  )
}

const Queues = ({ waits, now }: { waits: WhatWaits; now: Date }) => {
  const areas = arrange({ waits, now })
  if (areas.length === 0)
    return (
      <section className="queue queue--empty">
        <h2>Nothing waits for you</h2>
        <p>What needs you will stand here. Until then, the menu leads to everything you may see.</p>
      </section>
    )
  return (
    <>
      {areas.length > 1 ? <WaysDown areas={areas} /> : null}
      {areas.map(({ id, title, queues }) => (
        <section key={id} className="area" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {queues.map((name) => (
            <Fragment key={name}>{QUEUES[name]({ waits, now })}</Fragment>
          ))}
        </section>
      ))}
    </>
  )
}

/** How much waits in each area, and the way down to it. */
const WaysDown = ({ areas }: { areas: readonly Area[] }) => (
  <nav className="today__areas" aria-label="What waits for you">
    <ul>
      {areas.map(({ id, title, own, hasMore }) => (
        <li key={id}>
          <a href={`#${id}`}>
            {title}
            {own > 0 ? (
              <span>
                {own}
                {hasMore ? <span className="visually-hidden"> or more</span> : null}
                {hasMore ? <span aria-hidden="true">+</span> : null}
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/**
 * How each queue looks. One that an area declares and that stands not here, or the other way round, does not compile.
 */
const QUEUES: Readonly<Record<QueueName, (props: { waits: WhatWaits; now: Date }) => ReactNode>> = {
  meetings: ({ waits, now }) => <MeetingsToConfirm queue={waits.meetings} now={now} />,
  logs: ({ waits, now }) => <LogsToRead queue={waits.logs} now={now} />,
  handovers: ({ waits, now }) => <HandoversToBegin queue={waits.handovers} now={now} />,
  wishes: ({ waits, now }) => <WishesToStop queue={waits.wishes} now={now} />,
  matches: ({ waits, now }) => <MatchesToComplete queue={waits.matches} now={now} />,
  waitingList: ({ waits, now }) => <WaitingList queue={waits.waitingList} now={now} />,
  consents: ({ waits, now }) => <ConsentsWaiting queue={waits.consents} now={now} />,
  calls: ({ waits, now }) => <CallsToMake queue={waits.calls} now={now} />,
  captures: ({ waits, now }) => <CapturesToConfirm queue={waits.captures} now={now} />,
  endings: ({ waits, now }) => <ConsentsEnding queue={waits.endings} now={now} />,
  lapsed: ({ waits, now }) => <MembershipsLapsed queue={waits.lapsed} now={now} />,
  toLink: ({ waits, now }) => <ReferralsToLink queue={waits.toLink} now={now} />,
  referrals: ({ waits, now }) => <ReferralsToDecide queue={waits.referrals} now={now} />,
  waitingForMore: ({ waits, now }) => <ReferralsWaiting queue={waits.waitingForMore} now={now} />,
  entries: ({ waits, now }) => <EntriesToComplete queue={waits.entries} now={now} />,
  merges: ({ waits, now }) => <MergesToLookAt queue={waits.merges} now={now} />,
  decisions: ({ waits, now }) => <ApplicationsToDecide queue={waits.decisions} now={now} />,
  applications: ({ waits, now }) => <ApplicationsToConsider queue={waits.applications} now={now} />,
  interviews: ({ waits, now }) => <InterviewsToHold queue={waits.interviews} now={now} />,
  references: ({ waits, now }) => <ReferencesOutstanding queue={waits.references} now={now} />,
  overrides: ({ waits, now }) => <OverridesToDecide queue={waits.overrides} now={now} />,
  vetting: ({ waits, now }) => <VettingEnding queue={waits.vetting} now={now} />,
  clearances: ({ waits, now }) => <VolunteersToClear queue={waits.clearances} now={now} />,
  suggestions: ({ waits, now }) => <SuggestionsToAnswer queue={waits.suggestions} now={now} />,
  toCheck: ({ waits, now }) => <PlacesToCheck queue={waits.toCheck} now={now} />,
  adoptions: ({ waits, now }) => <PoliciesToAdopt queue={waits.adoptions} now={now} />,
  translations: ({ waits, now }) => <TranslationsToAdopt queue={waits.translations} now={now} />,
  reviews: ({ waits, now }) => <PoliciesToReview queue={waits.reviews} now={now} />,
  messages: ({ waits, now }) => <FailedMessages queue={waits.messages} now={now} />,
  accounts: ({ waits, now }) => <AccountsToFinish queue={waits.accounts} now={now} />,
  accountChanges: ({ waits, now }) => <AccountChangesToConfirm queue={waits.accountChanges} now={now} />,
}

const FirstSteps = () => (
  <section className="queue queue--empty">
    <h2>Begin here</h2>
    <p>
      There is no child in the programme yet. If you keep a list today, <a href="/working-list/import">bring it in</a>.
      Otherwise these are the first steps, in this order:
    </p>
    <ol>
      <li>
        <a href="/admin/collections/families/create">Add the family</a>
      </li>
      <li>
        <a href="/admin/collections/guardians/create">Add its parents or carers</a>
      </li>
      <li>
        <a href="/admin/collections/children/create">Add the child</a>
      </li>
      <li>
        <a href="/admin/collections/memberships/create">Record the child’s membership of the club</a>
      </li>
      <li>
        <a href="/admin/collections/referrals/create">Enter the referral</a>
      </li>
    </ol>
  </section>
)

/** The day alone, as people say it: "Tuesday 3 March". */
const dayOf = (moment: Date): string => speakMoment(moment).split(',')[0] ?? ''
