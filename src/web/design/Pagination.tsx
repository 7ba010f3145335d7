import type { ReactElement } from 'react'
import { Icon } from './Icon.tsx'

export type PaginationProps = {
  /** From 1. */
  page: number
  pages: number
  /** The address of a page of the list. */
  hrefFor: (page: number) => string
  /** What is listed: "Meetings". */
  label: string
}

/** The way through a long list; nothing when it has one page. */
export const Pagination = ({ page, pages, hrefFor, label }: PaginationProps): ReactElement | null => {
  if (pages <= 1) return null
  return (
    <nav className="pagination" aria-label={`${label}, pages`}>
      {page > 1 && (
        <a href={hrefFor(page - 1)} rel="prev">
          <Icon name="back" />
          Previous<span className="visually-hidden"> page</span>
        </a>
      )}
      <span className="pagination__place">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={hrefFor(page + 1)} rel="next">
          Next<span className="visually-hidden"> page</span>
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  )
}
