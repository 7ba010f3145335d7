import Link from 'next/link.js'
import { TODAY_HEADINGS } from '../../programme/house.ts'
import type { Tab } from './arrange.ts'
import type { Place } from './loadToday.ts'

/**
 * The areas in which anything waits, each a link of its own with how much there is this person's; while nothing is
 * counted, the area that is shown alone.
 */
export const Tabs = ({ place, tabs }: { place: Place; tabs?: readonly Tab[] }) => {
  const shown = tabs ?? []
  const isNamed = place === 'yours' || place === 'all' || shown.some(({ id }) => id === place)
  return (
    <nav className="today__areas" aria-label="What waits, by area">
      <ul>
        <li>
          <TabLink href="/admin" isCurrent={place === 'yours'} title="Yours today" />
        </li>
        {isNamed ? null : (
          <li>
            <TabLink href={`/admin?tab=${place}`} isCurrent title={TODAY_HEADINGS[place]} />
          </li>
        )}
        {shown.map(({ id, title, own, hasMore }) => (
          <li key={id}>
            <TabLink href={`/admin?tab=${id}`} isCurrent={place === id} title={title} count={own} hasMore={hasMore} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

const TabLink = ({
  href,
  isCurrent,
  title,
  count = 0,
  hasMore = false,
}: {
  href: string
  isCurrent: boolean
  title: string
  count?: number
  hasMore?: boolean
}) => (
  <Link href={href} prefetch={false} aria-current={isCurrent ? 'page' : undefined}>
    {title}
    {count > 0 ? (
      <span>
        {count}
        {hasMore ? <span className="visually-hidden"> or more</span> : null}
        {hasMore ? <span aria-hidden="true">+</span> : null}
      </span>
    ) : null}
  </Link>
)
