import { type ReactElement, type ReactNode, useId } from 'react'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { DateTile } from './DateTile.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Tag, type TagTone } from './Tag.tsx'

export type NextThingProps = {
  /** Why it is here: "Your next meeting". */
  caption: string
  /** "Meeting with A.B." */
  title: string
  /** When, where, with whom; each line with its drawing. */
  facts?: readonly { icon: IconName; text: ReactNode }[]
  /** Its day, as a leaf of the calendar on the sun. */
  day?: CalendarDate
  /** Stands before the title: a child's mark. */
  mark?: ReactNode
  tag?: { text: string; tone: TagTone }
  /** Its buttons: one primary, the rest secondary. */
  actions?: ReactNode
  children?: ReactNode
}

/** The one thing that comes next, first on the page. */
export const NextThing = ({
  caption,
  title,
  facts = [],
  day,
  mark,
  tag,
  actions,
  children,
}: NextThingProps): ReactElement => {
  const id = useId()
  return (
    <section className="next-thing" aria-labelledby={id}>
      <div className="next-thing__head">
        <h2 className="next-thing__title" id={id}>
          <span className="next-thing__caption">{caption} </span>
          <span className="with-mark">
            {mark}
            <span>{title}</span>
          </span>
        </h2>
        {day === undefined ? null : <DateTile date={day} joy />}
      </div>
      {tag && <Tag {...tag} />}
      {facts.length > 0 && (
        <ul className="next-thing__facts">
          {facts.map(({ icon, text }, index) => (
            <li key={index}>
              <Icon name={icon} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
      {actions !== undefined && <div className="button-row">{actions}</div>}
    </section>
  )
}
