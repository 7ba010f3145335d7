import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { PlaceToCheck } from '../../programme/directory/queues.ts'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { RowAction } from '../today/RowAction.tsx'
import { Row, Section } from '../today/Section.tsx'

/** What volunteers suggest about the directory: read and answered on its own page [DIR-1]. */
export const SuggestionsToAnswer = ({ queue: { title, rows, hasMore }, now }: QueueProps<'suggestions'>) => (
  <Section
    id="suggestions"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'directory-suggestions', field: 'status', values: ['open'], sort: 'createdAt' })}
    allWords="All suggestions that wait"
  >
    {rows.map(({ id, organisation, kind, suggestedOn, suggestedBy, isTheirs }) => (
      <Row
        key={id}
        title={organisation}
        facts={[
          kind === 'new-place' ? 'A new place' : 'Said to be out of date',
          `${suggestedBy ?? 'Somebody'}, ${daysAway({ date: suggestedOn, today: londonDate(now) })}`,
        ]}
      >
        {isTheirs ? (
          <a className="action" href={`/admin/collections/directory-suggestions/${id}`}>
            Read and answer
            <span className="visually-hidden">: {organisation}</span>
          </a>
        ) : (
          <p className="queue__note">Your own: somebody else answers it</p>
        )}
      </Row>
    ))}
  </Section>
)

/** Places that nobody has checked for too long, or ever, or that are said to be out of date [DIR-1]. */
export const PlacesToCheck = ({ queue: { title, rows, hasMore } }: QueueProps<'toCheck'>) => (
  <Section
    id="places-to-check"
    title={title}
    about="Ring them or look at their website. Volunteers see that it is not checked until you say so."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'directory-entries', field: 'status', values: ['listed'], sort: 'checkedOn' })}
    allWords="All places"
  >
    {rows.map(({ id, rowVersion, organisation, checkedOn, reliance }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/directory-entries/${id}`}>{organisation}</a>}
        facts={[RELIANCE[reliance], checkedOn && `Last checked on ${speakDate(checkedOn)}`]}
      >
        <RowAction
          label="Checked today"
          subject={organisation}
          address={`/api/directory-entries/${id}/actions/check`}
          sends={{ rowVersion }}
          done={`Checked: ${organisation}.`}
        />
      </Row>
    ))}
  </Section>
)

const RELIANCE: Readonly<Record<PlaceToCheck['reliance'], string>> = {
  doubted: 'Said to be out of date',
  unchecked: 'Not checked yet',
  old: 'To be checked again',
}
