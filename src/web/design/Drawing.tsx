import type { ReactElement } from 'react'

/** What is told: there is nothing yet, everything is done, the way was lost. */
export type DrawingName = 'empty' | 'done' | 'lost'

/** A small drawing of the programme's track, where a page has little to show. Decoration only. */
export const Drawing = ({ name }: { name: DrawingName }): ReactElement => (
  <svg className={`drawing drawing--${name}`} viewBox="0 0 160 72" aria-hidden="true" focusable="false">
    <circle className="drawing__sun" cx={name === 'lost' ? 24 : 126} cy="30" r="15" />
    <path className="drawing__hill" d="M0 58c34-16 62-14 92-4s44 6 68-6v24H0z" />
    <path className="drawing__track" d={TRACKS[name]} />
    <circle className="drawing__start" cx="18" cy="62" r="5" />
  </svg>
)

const TRACKS: Record<DrawingName, string> = {
  empty: 'M18 62c16 0 22-4 34-6',
  done: 'M18 62c34 0 56-6 74-14s26-10 34-17',
  lost: 'M18 62c26 2 44-6 50-12s-4-14-12-10 0 16 18 14 36-8 48-2',
}
