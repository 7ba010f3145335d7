import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { speakMoment } from '../../core/clock/londonDates.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { Messages } from '../actions/Messages.tsx'
import { ApplicationsToConsider, ApplicationsToDecide, InterviewsToHold, ReferencesOutstanding } from './applicationQueues.tsx'
import { loadToday, type WhatWaits } from './loadToday.ts'
import { AccountsToFinish, ConsentsWaiting, EntriesToComplete, FailedMessages, LogsToRead, MatchesToComplete, MeetingsToConfirm, MembershipsLapsed } from './queues.tsx'
import { HandoversToBegin, OverridesToDecide, VettingEnding, VolunteersToClear, WishesToStop } from './volunteerQueues.tsx'
import { ReferralsToDecide, ReferralsToLink, ReferralsWaiting, WaitingList } from './referralQueues.tsx'
import { quickLinks } from './quickLinks.ts'

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
          <div className="today__queues">{isCaseworker(work.actor) && !waits.isBegun ? <FirstSteps /> : <Queues waits={waits} now={work.now} />}</div>
          <nav className="today__links" aria-labelledby="often-done">
            <h2 id="often-done">Often done</h2>
            <ul>
              {quickLinks(work.actor).map(({ href, words }) => (
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
  const queues = [
    waits.meetings.rows.length > 0 && <MeetingsToConfirm key="meetings" queue={waits.meetings} now={now} />,
    waits.logs.rows.length > 0 && <LogsToRead key="logs" queue={waits.logs} now={now} />,
    waits.handovers.rows.length > 0 && <HandoversToBegin key="handovers" queue={waits.handovers} now={now} />,
    waits.wishes.rows.length > 0 && <WishesToStop key="wishes" queue={waits.wishes} now={now} />,
    waits.toLink.rows.length > 0 && <ReferralsToLink key="to-link" queue={waits.toLink} now={now} />,
    waits.referrals.rows.length > 0 && <ReferralsToDecide key="referrals" queue={waits.referrals} now={now} />,
    waits.waitingForMore.rows.length > 0 && <ReferralsWaiting key="waiting-for-more" queue={waits.waitingForMore} now={now} />,
    waits.waitingList.rows.length > 0 && <WaitingList key="waiting-list" queue={waits.waitingList} now={now} />,
    waits.matches.rows.length > 0 && <MatchesToComplete key="matches" queue={waits.matches} now={now} />,
    waits.entries.rows.length > 0 && <EntriesToComplete key="entries" queue={waits.entries} now={now} />,
    waits.lapsed.rows.length > 0 && <MembershipsLapsed key="lapsed" queue={waits.lapsed} now={now} />,
    waits.consents.rows.length > 0 && <ConsentsWaiting key="consents" queue={waits.consents} now={now} />,
    waits.applications.rows.length > 0 && <ApplicationsToConsider key="applications" queue={waits.applications} now={now} />,
    waits.interviews.rows.length > 0 && <InterviewsToHold key="interviews" queue={waits.interviews} now={now} />,
    waits.references.rows.length > 0 && <ReferencesOutstanding key="references" queue={waits.references} now={now} />,
    waits.decisions.rows.length > 0 && <ApplicationsToDecide key="decisions" queue={waits.decisions} now={now} />,
    waits.clearances.rows.length > 0 && <VolunteersToClear key="clearances" queue={waits.clearances} now={now} />,
    waits.vetting.rows.length > 0 && <VettingEnding key="vetting" queue={waits.vetting} now={now} />,
    waits.overrides.rows.length > 0 && <OverridesToDecide key="overrides" queue={waits.overrides} now={now} />,
    waits.messages.rows.length > 0 && <FailedMessages key="messages" queue={waits.messages} now={now} />,
    waits.accounts.rows.length > 0 && <AccountsToFinish key="accounts" queue={waits.accounts} now={now} />,
  ].filter((queue) => queue !== false)
  return queues.length > 0 ? (
    queues
  ) : (
    <section className="queue queue--empty">
      <h2>Nothing waits for you</h2>
      <p>What needs you will stand here. Until then, the menu leads to everything you may see.</p>
    </section>
  )
}

const FirstSteps = () => (
  <section className="queue queue--empty">
    <h2>Begin here</h2>
    <p>
      There is no child in the programme yet. If you keep a list today, <a href="/working-list/import">bring it in</a>. Otherwise these are the first steps, in this order:
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
