import { line, words } from '../../core/fields/written.ts'

/** What is written about a meeting. */
export const MEETING = { place: line(200), reason: words(300) } as const

/** How long a meeting lasts, in minutes. */
export const MEETING_MINUTES = { min: 10, max: 720 } as const

/** A day as somebody writes it in one box, with its year, beside a row of an old log sheet. */
export const PAPER_DAY = line(40)

/** What is written in the log of a meeting, and added to it later. */
export const LOG = {
  location: line(200),
  runBy: line(200),
  attendees: line(300),
  activities: words(4000),
  outcomes: words(4000),
  comment: words(4000),
  note: words(4000),
} as const
