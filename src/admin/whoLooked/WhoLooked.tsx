import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { looksQuery, readLooksAsked, whoLooked, type WhoLooked as Answer } from '../../programme/whoLooked.ts'
import { PanelView } from '../brand/PanelView.tsx'
import { LookList } from './LookList.tsx'

/** Who looked at whom, and who changed what, for safeguarding leads [DAT-1, DAT-2]: a view of the panel's own. */
export const WhoLooked = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const answer = await whoLooked({ work: workOf(initPageResult.req), asked: readLooksAsked(searchParams ?? {}) })
  if (!answer) notFound()
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      <main className="record-page who-looked">
        <header className="record-page__head">
          <h1>Who looked</h1>
          <p className="record-page__about">
            Every look at a record of a child or a worry, and every change, stands here and cannot be altered. A name in
            a list or a sentence is no look.
          </p>
        </header>
        <Question {...answer} />
        <Choices {...answer} />
        <section className="record-card record-timeline" aria-labelledby="looks">
          <h2 id="looks">{titleOf(answer)}</h2>
          <LookList looks={answer.looks} none="Nothing that fits." />
          {answer.goOnAfter ? (
            <p className="record-card__way">
              <a href={`/admin/who-looked?${looksQuery(answer.asked, { after: answer.goOnAfter })}`}>Before that</a>
            </p>
          ) : null}
        </section>
        {answer.looks.length > 0 ? (
          <p>
            <a className="action" href={`/who-looked/file?${looksQuery(answer.asked, { after: undefined })}`}>
              Take this list with you (CSV)
            </a>{' '}
            That you took it is recorded.
          </p>
        ) : null}
      </main>
    </PanelView>
  )
}

const titleOf = ({ asked: { what }, ofName, byName }: Answer): string => {
  const subject = { looks: 'Looks', changes: 'Changes', both: 'Looks and changes' }[what]
  return `${subject}${ofName ? ` at ${ofName}’s record` : ''}${byName ? ` by ${byName}` : ''}, the newest first`
}

const Question = ({ asked, ofName, byName }: Answer) => (
  <form
    className="record-card who-looked__form"
    method="get"
    action="/admin/who-looked"
    role="search"
    aria-label="Looks"
  >
    <label>
      <span>At whom: a child or a volunteer</span>
      <input name="ofName" type="text" defaultValue={ofName ?? asked.ofName} autoComplete="off" />
    </label>
    <label>
      <span>Who looked</span>
      <input name="byName" type="text" defaultValue={byName ?? asked.byName} autoComplete="off" />
    </label>
    <label>
      <span>From</span>
      <input name="from" type="date" defaultValue={asked.from} />
    </label>
    <label>
      <span>Until</span>
      <input name="until" type="date" defaultValue={asked.until} />
    </label>
    <label>
      <span>What</span>
      <select name="what" defaultValue={asked.what}>
        <option value="looks">Looks</option>
        <option value="changes">Changes</option>
        <option value="both">Both</option>
      </select>
    </label>
    <div className="action-row">
      <button type="submit" className="action action--first">
        Show
      </button>
      <a className="action action--quiet" href="/admin/who-looked">
        Show everything
      </a>
    </div>
  </form>
)

const Choices = ({ asked, subjects, accounts }: Answer) => {
  const nobody = [
    ...(asked.ofName !== '' && !asked.of && subjects.length === 0 ? [asked.ofName] : []),
    ...(asked.byName !== '' && !asked.by && accounts.length === 0 ? [asked.byName] : []),
  ]
  const choices = [
    ...subjects.map((one) => ({ ...one, query: looksQuery(asked, { of: one }) })),
    ...accounts.map((one) => ({ ...one, query: looksQuery(asked, { by: one.id }) })),
  ]
  if (nobody.length + choices.length === 0) return null
  return (
    <section className="record-card" aria-labelledby="who-is-meant">
      <h2 id="who-is-meant">Who is meant?</h2>
      {nobody.map((name) => (
        <p key={name}>{`Nobody of the name “${name}” is on record. Try part of the name.`}</p>
      ))}
      <ul>
        {choices.map(({ id, name, collection, query }) => (
          <li key={id}>
            <a href={`/admin/who-looked?${query}`}>{name}</a>
            <span>{KINDS[collection]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const KINDS: Readonly<Record<string, string>> = {
  children: 'A child',
  volunteers: 'A volunteer',
  users: 'Has an account',
}
