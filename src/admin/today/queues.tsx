import { londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { DELIVERY_WORDS } from '../../programme/consent/delivery.ts'
import { LOGS_STAND_FOR_DAYS } from '../../programme/meetings/queues.ts'
import { OtherWaysToAsk } from '../consent/OtherWaysToAsk.tsx'
import { blockersForPerson, type Question } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from './daysAway.ts'
import { listAddress } from './listAddress.ts'
import type { WhatWaits } from './loadToday.ts'
import { LogToRead } from './LogToRead.tsx'
import { RowAction } from './RowAction.tsx'
import { Row, Section } from './Section.tsx'

/** What the component of one queue is given. */
export type QueueProps<Name extends keyof WhatWaits> = { queue: WhatWaits[Name]; now: Date }

/** Proposed meetings: confirmed here, unless something stands against it. */
export const MeetingsToConfirm = ({ queue: { title, rows, hasMore } }: QueueProps<'meetings'>) => (
  <Section id="meetings" title={rows.some(({ isTheirs }) => isTheirs) ? title : 'Meetings that wait for their confirmer'} hasMore={hasMore} allHref={listAddress({ collection: 'meetings', field: 'status', values: ['proposed'], sort: 'startsAt' })} allWords="All meetings that wait">
    {rows.map(({ id, rowVersion, childName, volunteerName, startsAt, minutes, place, reason, isTheirs, ...row }) => {
      const when = speakMoment(startsAt)
      const blockers = blockersForPerson(row.blockers, { isTheirs })
      return (
        <Row key={id} title={<a href={`/admin/collections/meetings/${id}`}>{`${childName} with ${volunteerName}`}</a>} facts={[`${when}, for ${minutes} minutes`, place, reason && `It was confirmed before: ${reason}`]}>
          {blockers.length > 0 ? (
            <Blockers title={isTheirs ? 'You cannot confirm it yet' : 'It cannot be confirmed yet'} blockers={blockers} />
          ) : isTheirs ? (
            <RowAction label="Confirm" subject={`${childName}, ${when}`} address={`/api/meetings/${id}/actions/confirm`} sends={{ rowVersion }} done={`Confirmed: ${childName} with ${volunteerName}, ${when}. Everybody concerned is being told.`} />
          ) : (
            <p className="queue__note">The confirmer has been told</p>
          )}
        </Row>
      )
    })}
  </Section>
)

/** Logs that nobody has read: read and answered here. */
export const LogsToRead = ({ queue: { title, rows, hasMore } }: QueueProps<'logs'>) => (
  <Section id="logs" title={title} about={hasMore ? `The newest first, from the last ${LOGS_STAND_FOR_DAYS / 7} weeks.` : undefined} hasMore={hasMore} allHref={listAddress({ collection: 'session-logs', sort: '-submittedAt' })} allWords="All logs">
    {rows.map((log) => (
      <LogToRead key={log.id} log={log}>
        <RowAction label="Mark as read" subject={`${log.childName}, ${speakDate(log.heldOn)}`} address="/api/log-readings" sends={{ log: log.id }} questions={[WORD_BACK]} answersAs="fields" done={`Read: ${log.childName}, ${speakDate(log.heldOn)}.`} />
      </LogToRead>
    ))}
  </Section>
)

const WORD_BACK: Question = { name: 'word', label: 'A word back to the volunteer', kind: 'text', required: false, longest: 1000 }

/** Proposed matches with what is still missing, the first three things in words. */
export const MatchesToComplete = ({ queue: { title, rows, hasMore }, now }: QueueProps<'matches'>) => (
  <Section id="matches" title={title} hasMore={hasMore} allHref={listAddress({ collection: 'matches', field: 'status', values: ['proposed'], sort: 'startsOn' })} allWords="All proposed matches">
    {rows.map(({ id, rowVersion, childName, volunteerName, startsOn, isTheirs, ...row }) => {
      const names = `${childName} with ${volunteerName}`
      const blockers = blockersForPerson(row.blockers, { isTheirs })
      return (
        <Row key={id} title={<a href={`/admin/collections/matches/${id}`}>{names}</a>} facts={[`To start ${daysAway({ date: startsOn, today: londonDate(now) })}`]}>
          {blockers.length > 0 ? (
            <>
              <Blockers title={`Still missing: ${blockers.length === 1 ? 'one thing' : `${blockers.length} things`}`} blockers={blockers.slice(0, FIRST_MISSING)} />
              {blockers.length > FIRST_MISSING ? <p className="queue__note">{`and ${blockers.length - FIRST_MISSING} more`}</p> : null}
            </>
          ) : isTheirs ? (
            <RowAction label="Start this match" subject={names} address={`/api/matches/${id}/actions/start`} sends={{ rowVersion }} done={`Started: ${names}.`} />
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

/** Rows of the working list that have no child's record yet. */
export const EntriesToComplete = ({ queue: { title, rows, hasMore } }: QueueProps<'entries'>) => (
  <Section id="entries" title={title} hasMore={hasMore} allHref="/admin/working-list?phase=to-complete" allWords="All rows to complete">
    {rows.map(({ id, name, ageGiven, listedAt }) => (
      <Row key={id} title={<a href={`/admin/collections/working-list-entries/${id}`}>{name}</a>} facts={[ageGiven, `On the list since ${speakDate(londonDate(listedAt))}`]}>
        <a className="action" href={`/working-list/${id}/complete`}>
          Complete
          <span className="visually-hidden">: {name}</span>
        </a>
      </Row>
    ))}
  </Section>
)

/** Children who are mentored and no members any more. Nothing ends by it [ELG-1]. */
export const MembershipsLapsed = ({ queue: { title, rows, hasMore }, now }: QueueProps<'lapsed'>) => (
  <Section id="lapsed" title={title} about="The mentoring goes on. Ask the family whether they want to renew." hasMore={hasMore} allHref={listAddress({ collection: 'memberships', sort: 'until' })} allWords="All memberships">
    {rows.map(({ id, childName, lapsedOn }) => (
      <Row key={id} title={<a href={`/admin/collections/children/${id}`}>{childName}</a>} facts={[lapsedOn ? `Lapsed ${daysAway({ date: lapsedOn, today: londonDate(now) })}` : 'Was never a member']}>
        <a className="action" href={`/admin/collections/memberships/create?child=${id}`}>
          Record the renewal
          <span className="visually-hidden">: {childName}</span>
        </a>
      </Row>
    ))}
  </Section>
)

const ADDRESS: readonly Question[] = [{ name: 'email', label: 'Email address of the parent or carer', kind: 'line', required: true, longest: 200 }]

/** Parents and carers who were asked and have not answered; first those whom no email reaches. */
export const ConsentsWaiting = ({ queue: { title, rows, hasMore }, now }: QueueProps<'consents'>) => (
  <Section id="consents" title={title} hasMore={hasMore} allHref={listAddress({ collection: 'consent-requests', field: 'status', values: ['open'], sort: 'endsAt' })} allWords="All consent requests">
    {rows.map(({ id, rowVersion, childName, guardianName, askedAt, endsAt, hasEnded, isAgain, childId, guardianId, mobile, delivery, deliveryAt }) => {
      const today = londonDate(now)
      const ends = endsAt && daysAway({ date: londonDate(endsAt), today })
      const subject = `${guardianName}, for ${childName}`
      return (
        <Row key={id} title={<a href={`/admin/collections/consent-requests/${id}`}>{childName}</a>} facts={[`${guardianName} was asked ${isAgain ? 'again, in new words, ' : ''}${daysAway({ date: londonDate(askedAt), today })}`, delivery && `${DELIVERY_WORDS[delivery]}${deliveryAt ? ` ${daysAway({ date: londonDate(deliveryAt), today })}` : ''}`, isAgain && 'What they agreed to before goes on counting', ends && (hasEnded ? `The link ended ${ends}` : `The link ends ${ends}`)]}>
          {isAgain ? null : delivery === 'bounced' ? (
            <RowAction label="Correct the address and send again" subject={subject} address={`/api/consent-requests/${id}/actions/correctAddress`} sends={{ rowVersion }} questions={ADDRESS} done={`A new link is on its way to ${guardianName}.`} />
          ) : (
            <RowAction label={hasEnded ? 'Send a new link' : 'Send the link again'} subject={subject} address={`/api/consent-requests/${id}/actions/resend`} sends={{ rowVersion }} done={`A new link is on its way to ${guardianName}.`} />
          )}
          <OtherWaysToAsk childId={childId} guardianId={guardianId} mobile={mobile} subject={subject} />
        </Row>
      )
    })}
  </Section>
)

/** Messages that did not arrive. */
export const FailedMessages = ({ queue: { title, rows, hasMore } }: QueueProps<'messages'>) => (
  <Section id="messages" title={title} hasMore={hasMore} allHref={listAddress({ collection: 'notifications', field: 'state', values: ['failed'], sort: '-updatedAt' })} allWords="All messages that failed">
    {rows.map(({ id, template, to, problem, failedAt }) => {
      const message = capitalised(template.replaceAll('-', ' '))
      return (
        <Row key={id} title={`${message}${to ? `, to ${to}` : ''}`} facts={[`Tried last on ${speakMoment(failedAt)}`, problem]}>
          <RowAction label="Send it again" subject={message} address={`/api/notifications/${id}/actions/resend`} sends={{}} done={`It is on its way again: ${message.toLowerCase()}.`} />
          <a className="action" href={`/admin/collections/notifications/${id}`}>
            Open
            <span className="visually-hidden">: {message}</span>
          </a>
        </Row>
      )
    })}
  </Section>
)

/** Accounts that nobody can use yet. */
export const AccountsToFinish = ({ queue: { title, rows, hasMore } }: QueueProps<'accounts'>) => (
  <Section id="accounts" title={title} hasMore={hasMore} allHref={listAddress({ collection: 'users', sort: '-createdAt' })} allWords="All accounts">
    {rows.map(({ id, name, hasRole, hasPassword }) => (
      <Row key={id} title={<a href={`/admin/collections/users/${id}`}>{name}</a>} facts={[!hasRole && 'Has no role, and so may do nothing', !hasPassword && 'Has not chosen a password yet']}>
        {hasRole ? null : (
          <a className="action" href={`/admin/collections/account-changes/create?user=${id}&kind=role`}>
            Propose a role
            <span className="visually-hidden">: {name}</span>
          </a>
        )}
      </Row>
    ))}
  </Section>
)

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
