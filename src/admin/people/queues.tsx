import { londonDate, speakMoment } from '../../core/clock/londonDates.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'
import type { QueueProps } from '../today/loadToday.ts'

/** Changes of accounts that one person proposed: another confirms them here, or opens them to decline [ORG-1]. */
export const AccountChangesToConfirm = ({ queue: { rows, hasMore }, now }: QueueProps<'accountChanges'>) => (
  <Section
    id="account-changes"
    title="Changes of accounts to confirm"
    about="Speak with the person first: in person, or by a number that you know."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'account-changes', field: 'status', values: ['proposed'], sort: 'createdAt' })}
    allWords="All changes of accounts that wait"
  >
    {rows.map(({ id, rowVersion, name, what, why, proposedBy, proposedAt, isTheirs, blockers }) => {
      const standing = blockersForPerson(blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/account-changes/${id}`}>{name}</a>}
          facts={[
            what,
            why,
            `${proposedBy} proposed it ${daysAway({ date: londonDate(new Date(proposedAt)), today: londonDate(now) })}`,
          ]}
        >
          {standing.length > 0 ? (
            <Blockers title="You cannot confirm it" blockers={standing} />
          ) : (
            <RowAction
              label="Confirm this change"
              subject={name}
              address={`/api/account-changes/${id}/actions/confirm`}
              sends={{ rowVersion }}
              done={`Done for ${name}. What it ended has ended, and they are told.`}
            />
          )}
        </Row>
      )
    })}
  </Section>
)

/** Messages that did not arrive. */
export const FailedMessages = ({ queue: { title, rows, hasMore } }: QueueProps<'messages'>) => (
  <Section
    id="messages"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'notifications', field: 'state', values: ['failed'], sort: '-updatedAt' })}
    allWords="All messages that failed"
  >
    {rows.map(({ id, template, to, problem, failedAt }) => {
      const message = capitalised(template.replaceAll('-', ' '))
      return (
        <Row
          key={id}
          title={`${message}${to ? `, to ${to}` : ''}`}
          facts={[`Tried last on ${speakMoment(failedAt)}`, problem]}
        >
          <RowAction
            label="Send it again"
            subject={message}
            address={`/api/notifications/${id}/actions/resend`}
            sends={{}}
            done={`It is on its way again: ${message.toLowerCase()}.`}
          />
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
  <Section
    id="accounts"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'users', sort: '-createdAt' })}
    allWords="All accounts"
  >
    {rows.map(({ id, name, hasRole, hasPassword }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/users/${id}`}>{name}</a>}
        facts={[!hasRole && 'Has no role, and so may do nothing', !hasPassword && 'Has not chosen a password yet']}
      >
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
