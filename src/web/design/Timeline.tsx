import { Fragment, type ReactElement, type ReactNode } from 'react'
import { speakMonth, type CalendarDate } from '../../core/clock/londonDates.ts'
import { DateTile } from './DateTile.tsx'
import { Heading } from './Heading.tsx'
import { Icon } from './Icon.tsx'

/** One thing of one day. The day is said in `title` or in `spokenDay`, which is for ears alone. */
export type TimelineEntry = {
  id: string
  date: CalendarDate
  title: string
  /** Leads to it; the whole row is the link. */
  href?: string
  /** The day in words, where the title does not say it. */
  spokenDay?: string
  /** Stands before the title: a child's mark. */
  mark?: ReactNode
  /** Stands beside the title: a tag. */
  aside?: ReactNode
  detail?: ReactNode
  joy?: boolean
}

/** What happened or will, month by month, each with its day as a leaf of the calendar. `level`: that of the months' headings. */
export const Timeline = ({
  entries,
  level = 2,
}: {
  entries: readonly TimelineEntry[]
  level?: 2 | 3
}): ReactElement => (
  <>
    {monthsOf(entries).map(([month, ofMonth]) => (
      <Fragment key={ofMonth[0]?.id ?? month}>
        <Heading level={level} className="timeline__month">
          {month}
        </Heading>
        <ol className="timeline">
          {ofMonth.map((entry) => (
            <Row key={entry.id} {...entry} />
          ))}
        </ol>
      </Fragment>
    ))}
  </>
)

const Row = ({ date, title, href, spokenDay, mark, aside, detail, joy = false }: TimelineEntry): ReactElement => {
  const words = (
    <>
      {spokenDay === undefined ? null : <span className="visually-hidden">{spokenDay}: </span>}
      {title}
    </>
  )
  return (
    <li className={href === undefined ? 'timeline__row' : 'timeline__row timeline__row--link'}>
      <DateTile date={date} joy={joy} />
      <div className="timeline__words">
        <p className="timeline__title">
          {mark}
          {href === undefined ? <span>{words}</span> : <a href={href}>{words}</a>}
        </p>
        {detail === undefined ? null : <p className="timeline__detail">{detail}</p>}
        {aside}
      </div>
      {href === undefined ? null : <Icon name="arrow" />}
    </li>
  )
}

/** The entries by month, in the order in which they come. */
const monthsOf = (entries: readonly TimelineEntry[]): Array<[string, TimelineEntry[]]> => {
  const months: Array<[string, TimelineEntry[]]> = []
  for (const entry of entries) {
    const month = speakMonth(entry.date)
    const last = months.at(-1)
    if (last?.[0] === month) last[1].push(entry)
    else months.push([month, [entry]])
  }
  return months
}
