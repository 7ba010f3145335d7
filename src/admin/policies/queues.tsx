import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueProps } from '../today/loadToday.ts'
import { Row, Section } from '../today/Section.tsx'

/** Versions that wait to be adopted by somebody who wrote none of it [POL-3]. */
export const PoliciesToAdopt = ({ queue: { title, rows, hasMore } }: QueueProps<'adoptions'>) => (
  <Section
    id="adoptions"
    title={title}
    hasMore={hasMore}
    allHref={listAddress({ collection: 'policy-versions', field: 'status', values: ['proposed', 'scheduled'] })}
    allWords="All policies that wait"
  >
    {rows.map(({ id, title, number, changes, adoptsOn, isTheirs, blockers }) => {
      const standing = blockersForPerson(blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/policy-versions/${id}`}>{`${title}, version ${number}`}</a>}
          facts={[changes, adoptsOn && `Was to be adopted on ${speakDate(adoptsOn)}, and could not be`]}
        >
          {standing.length > 0 ? (
            <Blockers title="You cannot adopt it" blockers={standing} />
          ) : (
            <a className="action" href={`/admin/collections/policy-versions/${id}`}>
              Read it, then adopt it
              <span className="visually-hidden">: {title}</span>
            </a>
          )}
        </Row>
      )
    })}
  </Section>
)

/** The consent wording in other languages, which somebody who entered none of it adopts [CON-3]. */
export const TranslationsToAdopt = ({ queue: { title, rows, hasMore } }: QueueProps<'translations'>) => (
  <Section
    id="translations"
    title={title}
    about="Until its words are adopted, nobody is sent the form in that language."
    hasMore={hasMore}
    allHref={listAddress({ collection: 'policy-translations', field: 'status', values: ['draft'] })}
    allWords="All wordings that wait"
  >
    {rows.map(({ id, language, number, translatedBy, waiting, isTheirs, blockers }) => {
      const standing = blockersForPerson(blockers, { isTheirs })
      return (
        <Row
          key={id}
          title={<a href={`/admin/collections/policy-translations/${id}`}>{`${language}, of version ${number}`}</a>}
          facts={[
            translatedBy && `Translated by ${translatedBy}`,
            waiting > 0 && `${waiting === 1 ? 'One parent or carer reads' : `${waiting} parents and carers read`} it`,
          ]}
        >
          {standing.length > 0 ? (
            <Blockers title="You cannot adopt it" blockers={standing} />
          ) : (
            <a className="action" href={`/admin/collections/policy-translations/${id}`}>
              Read it, then adopt it
              <span className="visually-hidden">: {language}</span>
            </a>
          )}
        </Row>
      )
    })}
  </Section>
)

/** Adopted documents that are to be looked at again within 60 days, or should have been [POL-5]. */
export const PoliciesToReview = ({ queue: { title, rows, hasMore }, now }: QueueProps<'reviews'>) => (
  <Section
    id="reviews"
    title={title}
    about="The committee is told 60 and 30 days before, and on the day."
    hasMore={hasMore}
    allHref="/admin/policies"
    allWords="All policies"
  >
    {rows.map(({ id, policyId, title, number, reviewOn }) => (
      <Row
        key={id}
        title={<a href={`/admin/collections/policy-versions/${id}`}>{`${title}, version ${number}`}</a>}
        facts={[
          `${reviewOn < londonDate(now) ? 'Should have been looked at again' : 'To be looked at again'} ${daysAway({ date: reviewOn, today: londonDate(now) })}`,
        ]}
      >
        <a className="action" href={`/admin/collections/policy-versions/create?policy=${policyId}`}>
          Write the next version
          <span className="visually-hidden">: {title}</span>
        </a>
      </Row>
    ))}
  </Section>
)
