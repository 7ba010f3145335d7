import { messageWords } from '../../core/notifications/messageWords.ts'
import { LONGEST_EMAIL_ADDRESS } from '../../core/fields/emailAddress.ts'
import { recordNamed } from '../../core/house/collections.ts'
import { areas } from '../../programme/house.ts'
import { londonDate, speakMoment } from '../../core/clock/londonDates.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import { RowAction } from '../today/RowAction.tsx'
import type { QueueLook } from '../today/queueLook.ts'

/** Changes of accounts that one person proposed: another confirms them here, or opens them to decline [ORG-1]. */
export const accountChangesToConfirm: QueueLook<'accountChanges'> = {
  about: () => 'Speak with the person first: in person, or by a number that you know.',
  all: {
    href: listAddress({ collection: 'account-changes', field: 'status', values: ['proposed'], sort: 'createdAt' }),
    words: 'All changes of accounts that wait',
  },
  row: ({ id, rowVersion, name, what, why, proposedBy, proposedAt, isTheirs, blockers }, now) => {
    const standing = blockersForPerson(blockers, { isTheirs })
    return {
      title: name,
      href: `/admin/collections/account-changes/${id}`,
      facts: [
        what,
        why,
        `${proposedBy} proposed it ${daysAway({ date: londonDate(new Date(proposedAt)), today: londonDate(now) })}`,
      ],
      deed:
        standing.length > 0 ? (
          <Missing title="You cannot confirm it" blockers={standing} />
        ) : (
          <RowAction
            label="Confirm this change"
            subject={name}
            address={`/api/account-changes/${id}/actions/confirm`}
            sends={{ rowVersion }}
            done={`Done for ${name}. What it ended has ended, and they are told.`}
          />
        ),
    }
  },
}

/** Messages that did not arrive: sent again as they are, or once the address is put right. */
export const failedMessages: QueueLook<'messages'> = {
  all: {
    href: listAddress({ collection: 'notifications', field: 'state', values: ['failed'], sort: '-updatedAt' }),
    words: 'All messages that failed',
  },
  row: ({ id, template, to, userId, email, about, isCorrectedHere, problem, failedAt }) => {
    const message = messageWords(template)
    const done = `It is on its way again: ${message.toLowerCase()}.`
    const address = `/api/notifications/${id}/actions`
    return {
      title: `${message}${to ? `, to ${to}` : ''}`,
      href: `/admin/collections/notifications/${id}`,
      facts: [`Tried last on ${speakMoment(failedAt)}`, problem],
      deed: (
        <>
          <RowAction label="Send it again" subject={message} address={`${address}/resend`} sends={{}} done={done} />
          {isCorrectedHere && mayCorrect({ about, email }) ? (
            <RowAction
              label="Correct the address"
              isSecond
              subject={message}
              address={`${address}/correctAddress`}
              sends={{}}
              questions={[
                {
                  name: 'email',
                  label: to ? `Email address of ${to}` : 'Email address',
                  kind: 'line',
                  required: true,
                  longest: LONGEST_EMAIL_ADDRESS,
                  ...(email === null ? {} : { initial: email }),
                },
              ]}
              done={done}
            />
          ) : userId === null ? null : (
            <a className="action" href={`/admin/collections/account-changes/create?user=${userId}&kind=address`}>
              Propose a new address
              <span className="visually-hidden">: {to}</span>
            </a>
          )}
        </>
      ),
    }
  },
}

/** A parent's address is on their record; whom else a message names is written to again by what it is about. */
const mayCorrect = ({ about, email }: { about: { collection: string }; email: string | null }): boolean =>
  email !== null || (recordNamed({ areas, slug: about.collection }).custom.workflow?.correctsAddress.length ?? 0) > 0

/** Accounts that nobody can use yet. */
export const accountsToFinish: QueueLook<'accounts'> = {
  all: { href: listAddress({ collection: 'users', sort: '-createdAt' }), words: 'All accounts' },
  row: ({ id, name, hasRole, hasPassword }) => ({
    title: name,
    href: `/admin/collections/users/${id}`,
    facts: [!hasRole && 'Has no role, and so may do nothing', !hasPassword && 'Has not chosen a password yet'],
    deed: hasRole ? null : (
      <a className="action" href={`/admin/collections/account-changes/create?user=${id}&kind=role`}>
        Propose a role
        <span className="visually-hidden">: {name}</span>
      </a>
    ),
  }),
}
