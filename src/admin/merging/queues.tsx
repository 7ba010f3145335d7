import { londonDate } from '../../core/clock/londonDates.ts'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { Row, Section } from '../today/Section.tsx'

/**
 * Children who may be on record twice: looked at and joined on the proposal's own page, never by whoever proposed it
 * [SAME-CHILD, ORG-1].
 */
export const MergesToLookAt = ({ queue: { title, rows, hasMore }, now }: QueueProps<'merges'>) => (
  <Section
    id="merges"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'child-merges', field: 'status', values: ['proposed'], sort: 'createdAt' })}
    allWords="All records to join"
  >
    {rows.map(({ id, keepName, leaveName, proposedBy, proposedAt, isOwn }) => {
      const names = keepName === leaveName ? `Two records of ${keepName}` : `${leaveName} and ${keepName}`
      return (
        <Row
          key={id}
          title={names}
          facts={[
            isOwn
              ? 'You proposed to join them, so somebody else looks'
              : `${proposedBy} proposed to join them ${daysAway({ date: londonDate(new Date(proposedAt)), today: londonDate(now) })}`,
          ]}
        >
          <a className="action" href={`/admin/collections/child-merges/${id}`}>
            {isOwn ? 'Open' : 'Look at both'}
            <span className="visually-hidden">: {names}</span>
          </a>
        </Row>
      )
    })}
  </Section>
)
