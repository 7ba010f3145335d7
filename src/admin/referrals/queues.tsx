import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { reasonWords } from '../../programme/referrals/reasons.ts'
import { REFERRAL_SOURCES, type ReferralSource } from '../../programme/referrals/incoming/sources.ts'
import { blockersForPerson, type Question } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'

/** What came by the public form and belongs to no child yet. It is read, and linked, on its own page. */
export const ReferralsToLink = ({ queue: { title, rows, hasMore }, now }: QueueProps<'toLink'>) => (
  <Section
    id="referrals-to-link"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'incoming-referrals', field: 'status', values: ['to-link'], sort: 'answerBy' })}
    allWords="All referrals to link"
  >
    {rows.map(({ id, childName, childBornOn, answerBy, source, referrerName }) => (
      <Row
        key={id}
        title={childName}
        facts={[
          `From ${referrerName}: ${REFERRAL_SOURCES[source as ReferralSource].toLowerCase()}`,
          childBornOn && `Born ${speakDate(childBornOn)}`,
          `An answer is promised ${daysAway({ date: answerBy, today: londonDate(now) })}`,
        ]}
      >
        <a className="action" href={`/admin/collections/incoming-referrals/${id}`}>
          Read and link
          <span className="visually-hidden">: {childName}</span>
        </a>
      </Row>
    ))}
  </Section>
)

/** Referrals that the committee has to decide. They are decided on their own page, where they can be read. */
export const ReferralsToDecide = ({ queue: { title, rows, hasMore }, now }: QueueProps<'referrals'>) => (
  <Section
    id="referrals"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'referrals', field: 'status', values: ['received'], sort: 'receivedOn' })}
    allWords="All referrals to decide"
  >
    {rows.map(({ id, childName, receivedOn, mainReason, isTheirs, blockers }) => (
      <Row
        key={id}
        title={childName}
        facts={[
          `Received ${daysAway({ date: receivedOn, today: londonDate(now) })}; main reason: ${reasonWords(mainReason).toLowerCase()}`,
        ]}
      >
        <Blockers title="Before this child can be accepted" blockers={blockersForPerson(blockers, { isTheirs })} />
        <a className="action" href={`/admin/collections/referrals/${id}`}>
          {isTheirs ? 'Read and decide' : 'Open'}
          <span className="visually-hidden">: {childName}</span>
        </a>
      </Row>
    ))}
  </Section>
)

/** Referrals for which more was asked: what comes on paper or by telephone is written down here. */
export const ReferralsWaiting = ({ queue: { title, rows, hasMore }, now }: QueueProps<'waitingForMore'>) => (
  <Section
    id="referrals-waiting"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'referrals', field: 'status', values: ['more-asked'], sort: 'updatedAt' })}
    allWords="All that wait for more"
  >
    {rows.map(({ id, childName, askedAt, rowVersion, isByForm }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/referrals/${id}`}>{childName}</a>}
        facts={[
          `Asked ${daysAway({ date: londonDate(new Date(askedAt)), today: londonDate(now) })}`,
          isByForm ? 'The referrer has a link to answer' : 'Ask the referrer, and record the answer',
        ]}
      >
        <RowAction
          label="Record the answer"
          subject={childName}
          address={`/api/referrals/${id}/actions/recordAnswer`}
          sends={{ rowVersion }}
          questions={ANSWER}
          done={`Recorded. The committee can decide about ${childName}.`}
        />
      </Row>
    ))}
  </Section>
)

const ANSWER: readonly Question[] = [
  { name: 'answer', label: 'What was answered', kind: 'text', required: true, longest: 8000 },
  { name: 'saidBy', label: 'Who said it', kind: 'line', required: true, longest: 120 },
]
