import { londonDate } from '../../core/clock/londonDates.ts'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueLook } from '../today/queueLook.ts'

/**
 * Children who may be on record twice: looked at and joined on the proposal's own page, never by whoever proposed it
 * [SAME-CHILD, ORG-1].
 */
export const mergesToLookAt: QueueLook<'merges'> = {
  all: {
    href: listAddress({ collection: 'child-merges', field: 'status', values: ['proposed'], sort: 'createdAt' }),
    words: 'All records to join',
  },
  row: ({ id, keepName, leaveName, proposedBy, proposedAt, isOwn }, now) => {
    const names = keepName === leaveName ? `Two records of ${keepName}` : `${leaveName} and ${keepName}`
    return {
      title: names,
      facts: [
        isOwn
          ? 'You proposed to join them, so somebody else looks'
          : `${proposedBy} proposed to join them ${daysAway({ date: londonDate(new Date(proposedAt)), today: londonDate(now) })}`,
      ],
      deed: (
        <a className="action" href={`/admin/collections/child-merges/${id}`}>
          {isOwn ? 'Open' : 'Look at both'}
          <span className="visually-hidden">: {names}</span>
        </a>
      ),
    }
  },
}
