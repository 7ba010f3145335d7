/** What the committee's own words may say of one child: one text a column, blank where nothing is known [ELG-8]. */
export type Words = {
  name: string
  ageGiven: string
  reason: string
  mentorGiven: string
  goals: string
  comment: string
}

/** A column's name in the software. */
export type ColumnKey = keyof Words

/** One column of the working list. */
export type Column = {
  key: ColumnKey
  heading: string
  /** The most letters that a cell takes. */
  longest: number
  /** How wide it stands in a workbook, in letters. */
  width: number
  /** How else people head it, in small letters without blanks and signs. */
  alsoCalled: readonly string[]
}

/** The columns of the committee's working list, the same on screen, in files and in print, in this order [ELG-6]. */
export const COLUMNS: readonly Column[] = [
  {
    key: 'name',
    heading: 'Name',
    longest: 120,
    width: 24,
    alsoCalled: ['nameofchild', 'childsname', 'childname', 'child', 'fullname', 'youngperson'],
  },
  {
    key: 'ageGiven',
    heading: 'Age and year group',
    longest: 80,
    width: 16,
    alsoCalled: [
      'ageyeargroup',
      'ageyear',
      'age',
      'yeargroup',
      'schoolyear',
      'year',
      'dateofbirth',
      'dob',
      'ageoryeargroup',
    ],
  },
  {
    key: 'reason',
    heading: 'Reason they may benefit',
    longest: 4000,
    width: 36,
    alsoCalled: ['reasonwhytheymaybenefit', 'reason', 'reasons', 'whytheymaybenefit', 'reasonforreferral'],
  },
  {
    key: 'mentorGiven',
    heading: 'Mentor assigned',
    longest: 120,
    width: 22,
    alsoCalled: ['mentor', 'assignedmentor', 'volunteer', 'supportvolunteer', 'sv'],
  },
  {
    key: 'goals',
    heading: 'Goals and outcomes',
    longest: 4000,
    width: 36,
    alsoCalled: ['goals', 'goal', 'outcomes', 'goalsoutcomes', 'goalsandoutcome', 'outcome'],
  },
  {
    key: 'comment',
    heading: 'Overall comment',
    longest: 4000,
    width: 36,
    alsoCalled: ['comment', 'comments', 'overallcomments', 'notes', 'note'],
  },
]

/** The column in which rows that were not taken say why. */
export const PROBLEM_HEADING = 'What to put right'

/** No words at all. */
export const NO_WORDS: Words = { name: '', ageGiven: '', reason: '', mentorGiven: '', goals: '', comment: '' }
