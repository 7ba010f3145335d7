import { londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { blockersForPerson } from '../actions/actionForPerson.ts'
import { Missing } from '../today/Missing.tsx'
import { daysAway } from '../today/daysAway.ts'
import { listAddress } from '../today/listAddress.ts'
import type { QueueLook } from '../today/queueLook.ts'

/** Versions that wait to be adopted by somebody who wrote none of it [POL-3]. */
export const policiesToAdopt: QueueLook<'adoptions'> = {
  all: {
    href: listAddress({ collection: 'policy-versions', field: 'status', values: ['proposed', 'scheduled'] }),
    words: 'All policies that wait',
  },
  row: ({ id, title, number, changes, adoptsOn, isTheirs, blockers }) => {
    const standing = blockersForPerson(blockers, { isTheirs })
    return {
      title: `${title}, version ${number}`,
      href: `/admin/collections/policy-versions/${id}`,
      facts: [changes, adoptsOn && `Was to be adopted on ${speakDate(adoptsOn)}, and could not be`],
      deed:
        standing.length > 0 ? (
          <Missing title="You cannot adopt it" blockers={standing} />
        ) : (
          <a className="action" href={`/admin/collections/policy-versions/${id}`}>
            Read it, then adopt it
            <span className="visually-hidden">: {title}</span>
          </a>
        ),
    }
  },
}

/** The consent wording in other languages, which somebody who entered none of it adopts [CON-3]. */
export const translationsToAdopt: QueueLook<'translations'> = {
  about: () => 'Until its words are adopted, nobody is sent the form in that language.',
  all: {
    href: listAddress({ collection: 'policy-translations', field: 'status', values: ['draft'] }),
    words: 'All wordings that wait',
  },
  row: ({ id, language, number, translatedBy, waiting, isTheirs, blockers }) => {
    const standing = blockersForPerson(blockers, { isTheirs })
    return {
      title: `${language}, of version ${number}`,
      href: `/admin/collections/policy-translations/${id}`,
      facts: [
        translatedBy && `Translated by ${translatedBy}`,
        waiting > 0 && `${waiting === 1 ? 'One parent or carer reads' : `${waiting} parents and carers read`} it`,
      ],
      deed:
        standing.length > 0 ? (
          <Missing title="You cannot adopt it" blockers={standing} />
        ) : (
          <a className="action" href={`/admin/collections/policy-translations/${id}`}>
            Read it, then adopt it
            <span className="visually-hidden">: {language}</span>
          </a>
        ),
    }
  },
}

/** Adopted documents that are to be looked at again within 60 days, or should have been [POL-5]. */
export const policiesToReview: QueueLook<'reviews'> = {
  about: () => 'The committee is told 60 and 30 days before, and on the day.',
  all: { href: '/admin/policies', words: 'All policies' },
  row: ({ id, policyId, title, number, reviewOn }, now) => ({
    title: `${title}, version ${number}`,
    href: `/admin/collections/policy-versions/${id}`,
    facts: [
      `${reviewOn < londonDate(now) ? 'Should have been looked at again' : 'To be looked at again'} ${daysAway({ date: reviewOn, today: londonDate(now) })}`,
    ],
    deed: (
      <a className="action" href={`/admin/collections/policy-versions/create?policy=${policyId}`}>
        Write the next version
        <span className="visually-hidden">: {title}</span>
      </a>
    ),
  }),
}
