import { LONGEST_EMAIL_ADDRESS } from '../../core/fields/emailAddress.ts'
import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { reasonWords } from '../../programme/referrals/reasons.ts'
import { REFERRAL_SOURCES, type ReferralSource } from '../../programme/referrals/incoming/sources.ts'
import { blockersForPerson, type Question } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueLook } from '../today/queueLook.ts'
import { RowAction } from '../today/RowAction.tsx'

/** What came by the public form and belongs to no child yet. It is read, and linked, on its own page. */
export const referralsToLink: QueueLook<'toLink'> = {
  all: {
    href: listAddress({ collection: 'incoming-referrals', field: 'status', values: ['to-link'], sort: 'answerBy' }),
    words: 'All referrals to link',
  },
  row: ({ id, childName, childBornOn, answerBy, source, referrerName }, now) => ({
    title: childName,
    facts: [
      `From ${referrerName}: ${REFERRAL_SOURCES[source as ReferralSource].toLowerCase()}`,
      childBornOn && `Born ${speakDate(childBornOn)}`,
      `An answer is promised ${daysAway({ date: answerBy, today: londonDate(now) })}`,
    ],
    deed: (
      <a className="action" href={`/admin/collections/incoming-referrals/${id}`}>
        Read and link
        <span className="visually-hidden">: {childName}</span>
      </a>
    ),
  }),
}

/** Referrals that the committee has to decide. They are decided on their own page, where they can be read. */
export const referralsToDecide: QueueLook<'referrals'> = {
  all: {
    href: listAddress({ collection: 'referrals', field: 'status', values: ['received'], sort: 'receivedOn' }),
    words: 'All referrals to decide',
  },
  row: ({ id, childName, receivedOn, mainReason, isTheirs, blockers }, now) => ({
    title: childName,
    facts: [
      `Received ${daysAway({ date: receivedOn, today: londonDate(now) })}; main reason: ${reasonWords(mainReason).toLowerCase()}`,
    ],
    deed: (
      <>
        <Missing title="Before this child can be accepted" blockers={blockersForPerson(blockers, { isTheirs })} />
        <a className="action" href={`/admin/collections/referrals/${id}`}>
          {isTheirs ? 'Read and decide' : 'Open'}
          <span className="visually-hidden">: {childName}</span>
        </a>
      </>
    ),
  }),
}

/** Referrals for which more was asked: what comes on paper or by telephone is written down here. */
export const referralsWaiting: QueueLook<'waitingForMore'> = {
  all: {
    href: listAddress({ collection: 'referrals', field: 'status', values: ['more-asked'], sort: 'updatedAt' }),
    words: 'All that wait for more',
  },
  row: ({ id, childName, askedAt, rowVersion, isByForm }, now) => ({
    title: childName,
    href: `/admin/collections/referrals/${id}`,
    facts: [
      `Asked ${daysAway({ date: londonDate(new Date(askedAt)), today: londonDate(now) })}`,
      isByForm ? 'The referrer has a link to answer' : 'Ask the referrer, and record the answer',
    ],
    deed: (
      <RowAction
        label="Record the answer"
        subject={childName}
        address={`/api/referrals/${id}/actions/recordAnswer`}
        sends={{ rowVersion }}
        questions={ANSWER}
        done={`Recorded. The committee can decide about ${childName}.`}
      />
    ),
  }),
}

/** Family support workers and others who were asked for a view: chased while the referral is open [ELG-9]. */
export const viewsAsked: QueueLook<'views'> = {
  all: {
    href: listAddress({ collection: 'view-requests', field: 'status', values: ['open'], sort: 'createdAt' }),
    words: 'All views that were asked for',
  },
  row: ({ id, rowVersion, childName, name, askedGroup, email, askedAt, endsAt, hasEnded }, now) => {
    const today = londonDate(now)
    const subject = `${name}, about ${childName}`
    return {
      title: subject,
      href: `/admin/collections/view-requests/${id}`,
      facts: [
        REFERRAL_SOURCES[askedGroup as ReferralSource],
        `Asked ${daysAway({ date: londonDate(askedAt), today })}`,
        endsAt && `The link ${hasEnded ? 'ended' : 'ends'} ${daysAway({ date: londonDate(endsAt), today })}`,
      ],
      deed: (
        <RowAction
          label="Send a new link"
          subject={subject}
          address={`/api/view-requests/${id}/actions/correctAddress`}
          sends={{ rowVersion }}
          questions={[
            {
              name: 'email',
              label: `Email address of ${name}`,
              kind: 'line',
              required: true,
              longest: LONGEST_EMAIL_ADDRESS,
              initial: email,
            },
          ]}
          done={`A new link is on its way to ${name}.`}
        />
      ),
    }
  },
}

const ANSWER: readonly Question[] = [
  { name: 'answer', label: 'What was answered', kind: 'text', required: true, longest: 8000 },
  { name: 'saidBy', label: 'Who said it', kind: 'line', required: true, longest: 120 },
]
