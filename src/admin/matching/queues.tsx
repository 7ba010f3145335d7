import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { WaitingChild } from '../../programme/matching/waitingList.ts'
import { reasonWords } from '../../programme/referrals/reasons.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'

/** Proposed matches with what is still missing, the first three things in words. */
export const MatchesToComplete = ({ queue: { title, rows, hasMore }, now }: QueueProps<'matches'>) => (
  <Section
    id="matches"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'matches', field: 'status', values: ['proposed'], sort: 'startsOn' })}
    allWords="All proposed matches"
  >
    {rows.map(({ id, rowVersion, childName, volunteerName, startsOn, isTheirs, ...row }) => {
      const names = `${childName} with ${volunteerName}`
      const blockers = blockersForPerson(row.blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/matches/${id}`}>{names}</a>}
          facts={[`To start ${daysAway({ date: startsOn, today: londonDate(now) })}`]}
        >
          {blockers.length > 0 ? (
            <>
              <Blockers
                title={`Still missing: ${blockers.length === 1 ? 'one thing' : `${blockers.length} things`}`}
                blockers={blockers.slice(0, FIRST_MISSING)}
              />
              {blockers.length > FIRST_MISSING ? (
                <p className="queue__note">{`and ${blockers.length - FIRST_MISSING} more`}</p>
              ) : null}
            </>
          ) : isTheirs ? (
            <RowAction
              label="Start this match"
              subject={names}
              address={`/api/matches/${id}/actions/start`}
              sends={{ rowVersion }}
              done={`Started: ${names}.`}
            />
          ) : (
            <p className="queue__note">Ready: a committee member starts it</p>
          )}
        </Row>
      )
    })}
  </Section>
)

/** How many missing things of a match stand on Today; its own page lists them all. */
const FIRST_MISSING = 3

/** Children who are mentored and no members any more. Nothing ends by it [ELG-1]. */
export const MembershipsLapsed = ({ queue: { title, rows, hasMore }, now }: QueueProps<'lapsed'>) => (
  <Section
    id="lapsed"
    title={title}
    about="The mentoring goes on. Ask the family whether they want to renew."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'memberships', sort: 'until' })}
    allWords="All memberships"
  >
    {rows.map(({ id, childName, lapsedOn }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/children/${id}`}>{childName}</a>}
        facts={[lapsedOn ? `Lapsed ${daysAway({ date: lapsedOn, today: londonDate(now) })}` : 'Was never a member']}
      >
        <a className="action" href={`/admin/collections/memberships/create?child=${id}`}>
          Record the renewal
          <span className="visually-hidden">: {childName}</span>
        </a>
      </Row>
    ))}
  </Section>
)

/** Accepted children without a volunteer, longest waiting first [ELG-7]. */
export const WaitingList = ({ queue: { title, rows, hasMore } }: QueueProps<'waitingList'>) => (
  <Section
    id="waiting-list"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'referrals', field: 'status', values: ['accepted'], sort: 'decidedAt' })}
    allWords="All accepted children"
  >
    {rows.map(({ id, childName, since, need, nextStep }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/children/${id}`}>{childName}</a>}
        facts={[`Waiting since ${speakDate(since)}`, `Need: ${reasonWords(need).toLowerCase()}`]}
      >
        <a className="action" href={NEXT[nextStep].href(id)}>
          {NEXT[nextStep].words}
          <span className="visually-hidden">: {childName}</span>
        </a>
      </Row>
    ))}
  </Section>
)

const NEXT: Readonly<Record<WaitingChild['nextStep'], { words: string; href: (child: string) => string }>> = {
  'ask-consent': {
    words: 'Ask the parents',
    href: (child) => `/admin/collections/consent-requests/create?child=${child}`,
  },
  'await-consent': {
    words: 'Look at the consent request',
    href: (child) => listAddress({ collection: 'consent-requests', field: 'child', values: [child] }),
  },
  'propose-match': { words: 'Propose a match', href: (child) => `/admin/collections/matches/create?child=${child}` },
  'complete-match': {
    words: 'Complete the match',
    href: (child) => listAddress({ collection: 'matches', field: 'child', values: [child] }),
  },
  'end-match': {
    words: 'End the match, whose last day has gone by',
    href: (child) => listAddress({ collection: 'matches', field: 'child', values: [child] }),
  },
}

/** Children whose volunteer paused or left, with the committee contact's own first: begun here. */
export const HandoversToBegin = ({ queue: { title, rows, hasMore }, now }: QueueProps<'handovers'>) => (
  <Section
    id="handovers"
    title={title}
    about="The volunteer has paused or left. Speak with the family soon."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'handovers', field: 'status', values: ['needed'], sort: 'neededSince' })}
    allWords="All hand-overs to begin"
  >
    {rows.map(({ id, rowVersion, childName, volunteerName, neededSince, contactName, isOwn, isTheirs, blockers }) => {
      const standing = blockersForPerson(blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/handovers/${id}`}>{childName}</a>}
          facts={[
            `${volunteerName} stopped ${daysAway({ date: neededSince, today: londonDate(now) })}`,
            isOwn ? 'You are the committee contact' : `Committee contact: ${contactName}`,
          ]}
        >
          {standing.length > 0 ? (
            <Blockers title="You cannot begin it" blockers={standing} />
          ) : (
            <RowAction
              label="Begin the hand-over"
              subject={childName}
              address={`/api/handovers/${id}/actions/begin`}
              sends={{ rowVersion }}
              done={`Begun: the hand-over of ${childName}.`}
            />
          )}
        </Row>
      )
    })}
  </Section>
)
