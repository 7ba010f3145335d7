import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { PlaceToCheck } from '../../programme/directory/queues.ts'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueLook } from '../today/queueLook.ts'
import { RowAction } from '../today/RowAction.tsx'

/** What volunteers suggest about the directory: read and answered on its own page [DIR-1]. */
export const suggestionsToAnswer: QueueLook<'suggestions'> = {
  all: {
    href: listAddress({ collection: 'directory-suggestions', field: 'status', values: ['open'], sort: 'createdAt' }),
    words: 'All suggestions that wait',
  },
  row: ({ id, organisation, kind, suggestedOn, suggestedBy, isTheirs }, now) => ({
    title: organisation,
    facts: [
      kind === 'new-place' ? 'A new place' : 'Said to be out of date',
      `${suggestedBy ?? 'Somebody'}, ${daysAway({ date: suggestedOn, today: londonDate(now) })}`,
    ],
    deed: isTheirs ? (
      <a className="action" href={`/admin/collections/directory-suggestions/${id}`}>
        Read and answer
        <span className="visually-hidden">: {organisation}</span>
      </a>
    ) : (
      <p className="queue__note">Your own: somebody else answers it</p>
    ),
  }),
}

/** Places that nobody has checked for too long, or ever, or that are said to be out of date [DIR-1]. */
export const placesToCheck: QueueLook<'toCheck'> = {
  about: () => 'Ring them or look at their website. Volunteers see that it is not checked until you say so.',
  all: {
    href: listAddress({ collection: 'directory-entries', field: 'status', values: ['listed'], sort: 'checkedOn' }),
    words: 'All places',
  },
  row: ({ id, rowVersion, organisation, checkedOn, reliance }) => ({
    title: organisation,
    href: `/admin/collections/directory-entries/${id}`,
    facts: [RELIANCE[reliance], checkedOn && `Last checked on ${speakDate(checkedOn)}`],
    deed: (
      <RowAction
        label="Checked today"
        subject={organisation}
        address={`/api/directory-entries/${id}/actions/check`}
        sends={{ rowVersion }}
        done={`Checked: ${organisation}.`}
      />
    ),
  }),
}

const RELIANCE: Readonly<Record<PlaceToCheck['reliance'], string>> = {
  doubted: 'Said to be out of date',
  unchecked: 'Not checked yet',
  old: 'To be checked again',
}
