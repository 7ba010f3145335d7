import Link from 'next/link.js'
import type { Inbox, InboxRow } from '../../core/house/inbox.ts'
import type { Item, Tab } from './arrange.ts'
import { QueueRow } from './QueueRow.tsx'
import { rowLook } from './queueLooks.ts'

type YoursProps = { inbox: Inbox<Item>; tabs: readonly Tab[]; now: Date }

/** What this person does first: each subject once, the most urgent first, with what else waits about it. */
export const Yours = ({ inbox: { rows, beyond }, tabs, now }: YoursProps) => {
  if (rows.length === 0) return <NothingWaits />
  const hasMore = tabs.some((tab) => tab.hasMore)
  return (
    <section className="queue" aria-labelledby="yours">
      <h2 id="yours" className="visually-hidden">
        Yours today
      </h2>
      <ul className="queue__rows">
        {rows.map((row) => (
          <YoursRow key={row.subject.keys[0]} row={row} now={now} />
        ))}
      </ul>
      {beyond > 0 ? (
        <p className="queue__more">
          <Link href="/admin?tab=all" prefetch={false}>
            {`And ${hasMore ? 'more than ' : ''}${beyond} more`}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

const YoursRow = ({ row: { subject, first, also }, now }: { row: InboxRow<Item>; now: Date }) => (
  <QueueRow look={rowLook({ ...first, now })} urgency={first.urgency} title={subject.name} words={first.words}>
    {also.length > 0 ? (
      <details className="also">
        <summary>
          {`${also.length} more`}
          <span className="visually-hidden">{` about ${subject.name}`}</span>
        </summary>
        <ul className="queue__rows">
          {also.map((item) => (
            <QueueRow key={item.id} look={rowLook({ ...item, now })} urgency={item.urgency} title={item.words} />
          ))}
        </ul>
      </details>
    ) : null}
  </QueueRow>
)

const NothingWaits = () => (
  <section className="queue queue--empty">
    <h2>Nothing waits for you</h2>
    <p>
      You are up to date. What comes next stands here by itself: a meeting to confirm, a log to read, a decision to
      take. Until then, “Often done” leads to what people begin themselves.
    </p>
  </section>
)
