import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { speakDay } from '../../core/clock/londonDates.ts'
import { PanelView } from '../brand/PanelView.tsx'
import { DoneInPlace } from '../today/Doings.tsx'
import { Missing } from '../today/Missing.tsx'
import { rowLook } from '../today/queueLooks.ts'
import { RowAction } from '../today/RowAction.tsx'
import { loadPack, type AgendaItem, type AgendaRow } from './loadPack.ts'
import { PrintButton } from './PrintButton.tsx'

/** The pack for the committee's meeting: what waits to be decided together, on screen and on paper. */
export const MeetingPack = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const work = workOf(initPageResult.req)
  const agenda = await loadPack(work)
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      <main className="today pack" id="today">
        <header className="today__head">
          <h1 tabIndex={-1}>The committee’s meeting</h1>
          <p>{`What waits to be decided on ${speakDay(work.now)}`}</p>
        </header>
        {agenda.length === 0 ? (
          <section className="queue queue--empty">
            <h2>Nothing waits to be decided</h2>
            <p>Referrals, applications, exceptions and policies stand here as soon as they wait for the committee.</p>
          </section>
        ) : (
          <>
            <div className="pack__about">
              <p>
                Whoever prepared something does not decide it. A decision that is entered here stands on the record at
                once, as if it had been taken there.
              </p>
              <p className="pack__print">
                <PrintButton />
              </p>
              <p className="pack__paper">
                This paper names children. Keep it with you, and shred it after the meeting.
              </p>
            </div>
            <DoneInPlace>
              {agenda.map((item, index) => (
                <Item key={item.queue} item={item} number={index + 1} now={work.now} />
              ))}
            </DoneInPlace>
          </>
        )}
      </main>
    </PanelView>
  )
}

const Item = ({
  item: { queue, title, rows, hasMore },
  number,
  now,
}: {
  item: AgendaItem
  number: number
  now: Date
}) => (
  <section className="queue" aria-labelledby={`agenda-${queue}`}>
    <h2 id={`agenda-${queue}`}>{`${number}. ${title}`}</h2>
    <ul className="queue__rows">
      {rows.map((row) => (
        <Decision key={row.record.id} decision={row} now={now} />
      ))}
    </ul>
    {hasMore ? <p className="queue__more">More wait than one meeting can decide: the oldest stand here.</p> : null}
  </section>
)

const Decision = ({
  decision: { queue, row, name, record, rowVersion, actions },
  now,
}: {
  decision: AgendaRow
  now: Date
}) => {
  const { title, facts } = rowLook({ queue, row, now })
  const firstPossible = actions.find(({ blockers }) => blockers.length === 0)
  return (
    <li className="queue__row" tabIndex={-1}>
      <div className="queue__words">
        <p className="queue__title">
          <a href={`/admin/collections/${record.collection}/${record.id}`}>{title}</a>
        </p>
        {facts.some(Boolean) ? <p>{facts.filter(Boolean).join(' · ')}</p> : null}
        <p className="pack__line">Decided:</p>
        <p className="pack__line">By whom, and why:</p>
      </div>
      <div className="queue__deed">
        {actions.map(({ name: action, label, questions, follows, grave, blockers }) =>
          blockers.length > 0 ? (
            <Missing key={action} title={`${label}: not yet`} blockers={blockers} />
          ) : (
            <RowAction
              key={action}
              label={label}
              isSecond={action !== firstPossible?.name}
              subject={name}
              address={`/api/${record.collection}/${record.id}/actions/${action}`}
              sends={{ rowVersion }}
              questions={questions}
              follows={grave && follows.length === 0 ? [`${label}: ${name}.`] : follows}
              done={`Entered: ${label.toLowerCase()}, ${name}.`}
            />
          ),
        )}
        {actions.length === 0 ? <p className="queue__note">The committee decides it</p> : null}
        {firstPossible || actions.length === 0 ? null : <p className="queue__note">Not by you, or not yet</p>}
      </div>
    </li>
  )
}
