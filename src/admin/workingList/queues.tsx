import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { QueueLook } from '../today/queueLook.ts'

/** Rows of the working list that have no child's record yet. */
export const entriesToComplete: QueueLook<'entries'> = {
  all: { href: '/admin/working-list?phase=to-complete', words: 'All rows to complete' },
  row: ({ id, name, ageGiven, listedAt }) => ({
    title: name,
    href: `/admin/collections/working-list-entries/${id}`,
    facts: [ageGiven, `On the list since ${speakDate(londonDate(listedAt))}`],
    deed: (
      <a className="action" href={`/working-list/${id}/complete`}>
        Complete
        <span className="visually-hidden">: {name}</span>
      </a>
    ),
  }),
}
