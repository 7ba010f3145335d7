import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { handoverWorkflow } from '../../programme/matching/handovers/workflow.ts'
import type { WaitingChild } from '../../programme/matching/waitingList.ts'
import { reasonWords } from '../../programme/referrals/reasons.ts'
import { blockersForPerson, questionsOf } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueLook } from '../today/queueLook.ts'
import { RowAction } from '../today/RowAction.tsx'

/** Proposed matches with what is still missing, in words. */
export const matchesToComplete: QueueLook<'matches'> = {
  all: {
    href: listAddress({ collection: 'matches', field: 'status', values: ['proposed'], sort: 'startsOn' }),
    words: 'All proposed matches',
  },
  row: ({ id, rowVersion, childName, volunteerName, startsOn, isTheirs, ...row }, now) => {
    const names = `${childName} with ${volunteerName}`
    const blockers = blockersForPerson(row.blockers, { isTheirs })
    return {
      title: names,
      href: `/admin/collections/matches/${id}`,
      facts: [`To start ${daysAway({ date: startsOn, today: londonDate(now) })}`],
      deed:
        blockers.length > 0 ? (
          <>
            <Missing title="Still missing" blockers={blockers} />
            <a className="action" href={`/admin/collections/matches/${id}`}>
              Complete it
              <span className="visually-hidden">: {names}</span>
            </a>
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
        ),
    }
  },
}

/** Children who are mentored and no members any more. Nothing ends by it [ELG-1]. */
export const membershipsLapsed: QueueLook<'lapsed'> = {
  about: () => 'The mentoring goes on. Ask the family whether they want to renew.',
  all: { href: listAddress({ collection: 'memberships', sort: 'until' }), words: 'All memberships' },
  row: ({ id, childName, lapsedOn }, now) => ({
    title: childName,
    href: `/admin/collections/children/${id}`,
    facts: [lapsedOn ? `Lapsed ${daysAway({ date: lapsedOn, today: londonDate(now) })}` : 'Was never a member'],
    deed: (
      <a className="action" href={`/admin/collections/memberships/create?child=${id}`}>
        Record the renewal
        <span className="visually-hidden">: {childName}</span>
      </a>
    ),
  }),
}

/** Accepted children without a volunteer, longest waiting first [ELG-7]. */
export const waitingList: QueueLook<'waitingList'> = {
  all: {
    href: listAddress({ collection: 'referrals', field: 'status', values: ['accepted'], sort: 'decidedAt' }),
    words: 'All accepted children',
  },
  row: ({ id, childName, since, need, nextStep }) => ({
    title: childName,
    href: `/admin/collections/children/${id}`,
    facts: [`Waiting since ${speakDate(since)}`, `Need: ${reasonWords(need).toLowerCase()}`],
    deed: (
      <a className="action" href={NEXT[nextStep].href(id)}>
        {NEXT[nextStep].words}
        <span className="visually-hidden">: {childName}</span>
      </a>
    ),
  }),
}

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
export const handoversToBegin: QueueLook<'handovers'> = {
  about: () => 'The volunteer has paused or left. Speak with the family soon.',
  all: {
    href: listAddress({ collection: 'handovers', field: 'status', values: ['needed'], sort: 'neededSince' }),
    words: 'All hand-overs to begin',
  },
  row: ({ id, rowVersion, childName, volunteerName, neededSince, contactName, isOwn, isTheirs, blockers }, now) => {
    const standing = blockersForPerson(blockers, { isTheirs })
    return {
      title: childName,
      href: `/admin/collections/handovers/${id}`,
      facts: [
        `${volunteerName} stopped ${daysAway({ date: neededSince, today: londonDate(now) })}`,
        isOwn ? 'You are the committee contact' : `Committee contact: ${contactName}`,
      ],
      deed:
        standing.length > 0 ? (
          <Missing title="You cannot begin it" blockers={standing} />
        ) : (
          <RowAction
            label="Begin the hand-over"
            subject={childName}
            address={`/api/handovers/${id}/actions/begin`}
            sends={{ rowVersion }}
            done={`Begun: the hand-over of ${childName}.`}
          />
        ),
    }
  },
}

/** Hand-overs under way: done once somebody says to whom the child was handed over. */
export const handoversBegun: QueueLook<'handoversBegun'> = {
  all: {
    href: listAddress({ collection: 'handovers', field: 'status', values: ['begun'], sort: 'neededSince' }),
    words: 'All hand-overs under way',
  },
  row: ({ id, rowVersion, childName, volunteerName, neededSince, contactName, isOwn, isTheirs, blockers }, now) => {
    const standing = blockersForPerson(blockers, { isTheirs })
    return {
      title: childName,
      href: `/admin/collections/handovers/${id}`,
      facts: [
        `${volunteerName} stopped ${daysAway({ date: neededSince, today: londonDate(now) })}`,
        isOwn ? 'You are the committee contact' : `Committee contact: ${contactName}`,
      ],
      deed:
        standing.length > 0 ? (
          <Missing title="You cannot finish it" blockers={standing} />
        ) : (
          <>
            <RowAction
              label="It is done"
              subject={childName}
              address={`/api/handovers/${id}/actions/finish`}
              sends={{ rowVersion }}
              questions={HANDED_OVER}
              done={`Done: the hand-over of ${childName}.`}
            />
            <a className="action" href={`/admin/collections/handovers/${id}`}>
              Not needed after all
              <span className="visually-hidden">: {childName}</span>
            </a>
          </>
        ),
    }
  },
}

const finish = handoverWorkflow.inputOf('finish')
const HANDED_OVER = finish ? questionsOf(finish) : []
