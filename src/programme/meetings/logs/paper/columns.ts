import type { HeadedColumn } from '../../../../core/sheets/headedRows.ts'
import type { Written } from '../../../../core/fields/written.ts'
import { line } from '../../../../core/fields/written.ts'
import { LOG } from '../../fields.ts'

/** The columns of the programme's log sheet [LOG-1], by their names in the software. */
export type PaperColumn = 'heldOn' | 'location' | 'runBy' | 'attendees' | 'activities' | 'outcomes' | 'comment'

/** What one row of a paper log sheet says, blank where nothing was written. */
export type PaperWords = Record<PaperColumn, string>

/**
 * The columns of the log sheet in the order of the paper, how else people head them, how long each may be and how wide
 * it stands in a workbook, in letters [LOG-1, LOG-6].
 */
export const LOG_SHEET: ReadonlyArray<HeadedColumn<PaperColumn> & { is: Written; width: number }> = [
  {
    key: 'heldOn',
    heading: 'Date',
    is: line(60),
    width: 14,
    alsoCalled: ['dateofmeeting', 'dateofsession', 'meetingdate', 'sessiondate', 'day', 'when'],
  },
  {
    key: 'location',
    heading: 'Location',
    is: LOG.location,
    width: 20,
    alsoCalled: ['place', 'where', 'venue', 'locationofmeeting'],
  },
  {
    key: 'runBy',
    heading: 'Mentoring Programme run by',
    is: LOG.runBy,
    width: 22,
    alsoCalled: ['programmerunby', 'runby', 'mentor', 'supportvolunteer', 'sv', 'volunteer', 'ledby'],
  },
  {
    key: 'attendees',
    heading: 'Attendees present',
    is: LOG.attendees,
    width: 22,
    alsoCalled: ['attendees', 'present', 'attendance', 'whowasthere'],
  },
  {
    key: 'activities',
    heading: 'Activities / Focus of Session',
    is: LOG.activities,
    width: 32,
    alsoCalled: ['activities', 'activity', 'activitiesorfocusofthesession', 'focusofsession', 'focus', 'whatwedid'],
  },
  {
    key: 'outcomes',
    heading: 'Goals / Outcomes',
    is: LOG.outcomes,
    width: 28,
    alsoCalled: ['goals', 'outcomes', 'goalsandoutcomes', 'goal', 'outcome'],
  },
  {
    key: 'comment',
    heading: 'Overall Comment',
    is: LOG.comment,
    width: 32,
    alsoCalled: ['comment', 'comments', 'overallcomments', 'notes', 'note'],
  },
]

/** The column in which rows that were not brought in say why. */
export const PAPER_PROBLEM_HEADING = 'What to put right'

/** No words at all. */
export const NOTHING_WRITTEN: PaperWords = {
  heldOn: '',
  location: '',
  runBy: '',
  attendees: '',
  activities: '',
  outcomes: '',
  comment: '',
}
