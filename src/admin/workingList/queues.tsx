import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { Row, Section } from '../today/Section.tsx'

/** Rows of the working list that have no child's record yet. */
export const EntriesToComplete = ({ queue: { title, rows, hasMore } }: QueueProps<'entries'>) => (
  <Section
    id="entries"
    title={title}
    hasMore={hasMore}
    allHref="/admin/working-list?phase=to-complete"
    allWords="All rows to complete"
  >
    {rows.map(({ id, name, ageGiven, listedAt }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/working-list-entries/${id}`}>{name}</a>}
        facts={[ageGiven, `On the list since ${speakDate(londonDate(listedAt))}`]}
      >
        <a className="action" href={`/working-list/${id}/complete`}>
          Complete
          <span className="visually-hidden">: {name}</span>
        </a>
      </Row>
    ))}
  </Section>
)
