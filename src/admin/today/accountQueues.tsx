import { londonDate } from '../../core/clock/londonDates.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from './daysAway.ts'
import { listAddress } from './listAddress.ts'
import type { QueueProps } from './queues.tsx'
import { RowAction } from './RowAction.tsx'
import { Row, Section } from './Section.tsx'

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
        <Row key={id} title={<a href={`/admin/collections/account-changes/${id}`}>{name}</a>} facts={[what, why, `${proposedBy} proposed it ${daysAway({ date: londonDate(new Date(proposedAt)), today: londonDate(now) })}`]}>
          {standing.length > 0 ? (
            <Blockers title="You cannot confirm it" blockers={standing} />
          ) : (
            <RowAction label="Confirm this change" subject={name} address={`/api/account-changes/${id}/actions/confirm`} sends={{ rowVersion }} done={`Done for ${name}. What it ended has ended, and they are told.`} />
          )}
        </Row>
      )
    })}
  </Section>
)
