/** The kinds of places that every directory begins with; the migrations put them there [DIR-1]. */
export const FIRST_CATEGORIES = {
  sports: 'Sports',
  counselling: 'Counselling',
  bereavement: 'Bereavement',
  'young-carers': 'Young carers',
  mentoring: 'Mentoring elsewhere',
  tutoring: 'Tutoring',
  others: 'Others',
} as const

/** A place to begin a directory with. Nothing of it has been checked, so it holds no number and no address. */
export type StartingPlace = {
  organisation: string
  category: keyof typeof FIRST_CATEGORIES
  needs: readonly string[]
  howToRefer: string
  note: string
}

/**
 * The places that a directory around Andover begins with [DIR-1]. Named private individuals are entered by the
 * committee, never here.
 */
export const STARTING_PLACES: readonly StartingPlace[] = [
  {
    organisation: 'A local tennis club',
    category: 'sports',
    needs: ['Confidence', 'Health'],
    howToRefer: 'Ask the club what it offers to young beginners.',
    note: 'Name the club, and fill in how to reach it.',
  },
  {
    organisation: 'Andover Mind',
    category: 'counselling',
    needs: ['Health', 'Confidence', 'Family'],
    howToRefer: 'Ask the committee to refer, with the parents’ consent.',
    note: 'Check what there is for children and what it costs.',
  },
  {
    organisation: 'Youth Networking',
    category: 'counselling',
    needs: ['Confidence', 'Careers'],
    howToRefer: 'To be checked.',
    note: 'Check what is offered, to whom, and how to reach it.',
  },
  {
    organisation: 'Yellow Brick Road Project',
    category: 'young-carers',
    needs: ['Family'],
    howToRefer: 'Ask the committee to refer, with the parents’ consent.',
    note: 'For young carers. Check how to reach it.',
  },
  {
    organisation: 'Big Sister Little Sister',
    category: 'mentoring',
    needs: ['Confidence'],
    howToRefer: 'To be checked.',
    note: 'Mentoring elsewhere. Nobody has checked it yet.',
  },
  {
    organisation: 'Volunteer tutoring schemes',
    category: 'tutoring',
    needs: ['Attendance', 'Careers'],
    howToRefer: 'Ask the school first: it may know a scheme.',
    note: 'Find out which schemes there are.',
  },
  {
    organisation: 'Local tutors and graduates',
    category: 'tutoring',
    needs: ['Careers'],
    howToRefer: 'Ask the committee, who knows whom to ask.',
    note: 'Enter each person as a place of their own, and mark it as a private person.',
  },
]
