import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps, CollectionSlug } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { CHANGE_PATH, toRecord } from '../../core/house/recordPage.ts'
import { toListOf } from '../../core/house/quickLinks.ts'
import { loadRecordPage, type LoadedPage } from '../../core/record/loadRecordPage.ts'
import { historyWords } from '../../programme/history.ts'
import { areas } from '../../programme/house.ts'
import { RecordActions } from '../actions/RecordActions.tsx'
import { LatestLooks } from '../whoLooked/LatestLooks.tsx'
import { Facts } from './Facts.tsx'
import { JobList } from './JobList.tsx'
import { PageCard } from './PageCard.tsx'
import { PARTS } from './parts.ts'
import { RecordPlace } from './RecordPlace.tsx'
import { Timeline } from './Timeline.tsx'

/**
 * The page of any record, read before its form: who it is, what must be seen first, what can be done now, what belongs
 * to it, what happened. A record that is not there and one that is not this person's look alike.
 */
export const RecordPage = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, visibleEntities } = initPageResult
  const [, slug = '', id = ''] = Array.isArray(params?.segments) ? params.segments : []
  if (!visibleEntities.collections.includes(slug as CollectionSlug)) notFound()
  const page = await loadRecordPage({
    work: workOf(req),
    collection: slug as CollectionSlug,
    id,
    areas,
    words: historyWords,
    before: numberIn(searchParams?.before),
  })
  if (!page) notFound()
  const address = toRecord({ collection: slug, id })
  return (
    <main className="record-page">
      <RecordPlace title={page.title} kinds={page.kind.plural} list={toListOf({ slug })} />
      <header className="record-page__head">
        <p className="record-page__kind">
          <a href={toListOf({ slug })}>{page.kind.plural}</a>
        </p>
        <div className="record-page__name">
          <h1>{page.title}</h1>
          {page.state === undefined ? null : <span className="record-page__state">{page.state}</span>}
          {page.canBeChanged ? (
            <a className="action record-page__change" href={`${address}${CHANGE_PATH}`}>
              Change details
            </a>
          ) : null}
        </div>
        {page.parts.about.length > 0 ? <p className="record-page__about">{page.parts.about.join(' · ')}</p> : null}
      </header>
      <SeenFirst page={page} />
      <RecordActions id={id} record={page.record} collectionSlug={slug} req={req} />
      {page.parts.jobs.map((job) => (
        <JobList key={job.title} job={job} />
      ))}
      <div className="record-page__columns">
        <div className="record-page__known">
          {(PARTS[slug] ?? []).map((Part) => (
            <Part key={Part.name} id={id} data={page.record} req={req} collectionSlug={slug} />
          ))}
          <div className="record-page__cards">
            {page.parts.cards.map((card) => (
              <PageCard key={card.title} card={card} />
            ))}
          </div>
          <Facts facts={page.facts} />
        </div>
        <div className="record-page__known">
          {WHO_LOOKED.includes(slug) ? (
            <LatestLooks id={id} data={page.record} req={req} collectionSlug={slug} />
          ) : null}
          <Timeline history={page.history} address={address} />
        </div>
      </div>
    </main>
  )
}

const SeenFirst = ({ page: { parts } }: { page: LoadedPage }) =>
  parts.first.length === 0 ? null : (
    <section className="record-page__first" aria-label="To be seen first">
      <ul>
        {parts.first.map(({ words, isGrave }) => (
          <li key={words} className={isGrave ? 'record-page__grave' : undefined}>
            {words}
          </li>
        ))}
      </ul>
    </section>
  )

/** Whose pages say who looked at them. */
const WHO_LOOKED: readonly string[] = ['children', 'volunteers']

const numberIn = (said: unknown): number | undefined =>
  typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : undefined
