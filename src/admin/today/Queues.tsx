import { ofOthersInWords, type Item, type QueueOnToday } from './arrange.ts'
import { QueueRow } from './QueueRow.tsx'
import { QUEUE_LOOKS, rowLook } from './queueLooks.ts'

type Given = { queues: readonly QueueOnToday[]; now: Date }

/** One area of Today: its queues, each with what can be done and, folded, what waits for others. */
export const AreaQueues = ({ title, queues, now }: Given & { title: string }) => (
  <section className="area" aria-labelledby="area">
    <h2 id="area">{title}</h2>
    {queues.length === 0 ? <p>Nothing waits here. What comes next stands here by itself.</p> : null}
    {queues.map((queue) => (
      <Queue key={queue.name} queue={queue} now={now} />
    ))}
  </section>
)

/** What waits for somebody else, each queue folded into a line. */
export const OfOthers = ({ queues, now }: Given) =>
  queues.length === 0 ? null : (
    <section className="area" aria-labelledby="of-others">
      <h2 id="of-others">Waiting for others</h2>
      <div className="of-others">
        {queues.map((queue) => (
          <OfOthersOfQueue key={queue.name} queue={queue} now={now} />
        ))}
      </div>
    </section>
  )

const Queue = ({ queue, now }: { queue: QueueOnToday; now: Date }) => {
  const { name, title, own, ofOthers, hasMore } = queue
  const { about, all } = QUEUE_LOOKS[name]
  const meaning = about?.({ title, rows: [...own, ...ofOthers].map(({ row }) => row), hasMore } as never)
  return (
    <section className="queue" aria-labelledby={`queue-${name}`}>
      <h3 id={`queue-${name}`}>{title}</h3>
      {meaning ? <p className="queue__about">{meaning}</p> : null}
      {own.length > 0 ? <Rows items={own} now={now} /> : null}
      {ofOthers.length > 0 ? <OfOthersOfQueue queue={queue} now={now} /> : null}
      <p className="queue__more">
        <a href={all.href}>{all.words}</a>
      </p>
    </section>
  )
}

const OfOthersOfQueue = ({ queue, now }: { queue: QueueOnToday; now: Date }) => (
  <details>
    <summary>{ofOthersInWords(queue)}</summary>
    <Rows items={queue.ofOthers} now={now} />
  </details>
)

const Rows = ({ items, now }: { items: readonly Item[]; now: Date }) => (
  <ul className="queue__rows">
    {items.map((item) => (
      <QueueRow key={item.id} look={rowLook({ ...item, now })} urgency={item.urgency} />
    ))}
  </ul>
)
