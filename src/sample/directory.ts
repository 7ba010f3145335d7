import { daysAfter, londonMoment, type CalendarDate } from '../core/clock/londonDates.ts'
import { STARTING_PLACES } from '../programme/directory/starting/startingPlaces.ts'
import { idOf } from './identity.ts'
import type { SampleRows } from './rows.ts'

type Given = {
  volunteers: ReadonlyArray<{ key: string }>
  now: Date
  today: CalendarDate
  stamp: Record<string, unknown>
}

/**
 * The directory: the places to begin with, not checked yet; invented ones that are checked, free, for a price, long not
 * checked or a person; and what volunteers suggested.
 */
export function* directoryFor({ volunteers, now, today, stamp }: Given): Generator<SampleRows> {
  const checked = (days: number) => ({
    checked_on: daysAfter({ date: today, days: -days }),
    checked_by_id: idOf('user', 'morgan'),
  })
  const place = (organisation: string) => ({
    id: idOf('place', organisation),
    organisation,
    phone: null,
    email: null,
    website: null,
    cost_pence: null,
    age_from: null,
    age_to: null,
    checked_on: null,
    checked_by_id: null,
    doubted_on: null,
    area: 'Andover',
    is_private_person: false,
    note: null,
    status: 'listed',
    ...stamp,
  })
  yield {
    collection: 'directory-entries',
    rows: [
      ...STARTING_PLACES.map(({ organisation, category, needs, howToRefer, note }) => ({
        ...place(organisation),
        category_id: CATEGORIES[category],
        needs: needs.join('\n'),
        how_to_refer: howToRefer,
        cost: 'words',
        cost_words: 'To be checked',
        note,
      })),
      {
        ...place('The Invented Climbing Wall'),
        category_id: CATEGORIES.sports,
        needs: 'Confidence\nHealth',
        phone: '01632 960 201',
        website: 'https://climbing.example',
        how_to_refer: 'Ring and ask for the Saturday beginners’ hour. A parent signs a form at the door.',
        cost: 'price',
        cost_pence: 650,
        cost_words: 'an hour, shoes included',
        age_from: 7,
        age_to: 16,
        ...checked(40),
      },
      {
        ...place('Madeup Bereavement Circle'),
        category_id: CATEGORIES.bereavement,
        needs: 'Loss\nFamily',
        phone: '01632 960 202',
        email: 'hello@circle.example',
        website: 'https://circle.example',
        how_to_refer: 'The committee writes an email with the parents’ consent. They answer within two weeks.',
        cost: 'free',
        cost_words: null,
        age_from: 5,
        age_to: 18,
        ...checked(400),
      },
      {
        ...place('Pretend Homework Club'),
        category_id: CATEGORIES.tutoring,
        needs: 'Attendance\nCareers',
        phone: '01632 960 203',
        how_to_refer: 'Just go along, on Wednesdays after school.',
        cost: 'free',
        cost_words: null,
        age_from: 11,
        age_to: 14,
        ...checked(120),
        doubted_on: daysAfter({ date: today, days: -3 }),
      },
      {
        ...place('Sage Example, maths tutor'),
        category_id: CATEGORIES.tutoring,
        needs: 'Careers',
        phone: '07700 900 777',
        how_to_refer: 'Ask the committee first.',
        cost: 'words',
        cost_words: 'What a family can give',
        age_from: 11,
        age_to: 18,
        ...checked(90),
        is_private_person: true,
        note: 'Agreed that volunteers may see the number.',
      },
    ],
  }
  const suggested = (days: number) => {
    const at = londonMoment({ date: daysAfter({ date: today, days: -days }), time: '10:00' })
    return {
      created_at: (at > now ? now : at).toISOString(),
      updated_at: (at > now ? now : at).toISOString(),
      row_version: 1,
    }
  }
  const answered = { answered_by_id: idOf('user', 'casey'), answered_at: suggested(6).created_at }
  const nothing = {
    entry_id: null,
    category_id: null,
    phone: null,
    website: null,
    answer: null,
    answered_by_id: null,
    answered_at: null,
  }
  const [first, second = first] = volunteers
  if (!first || !second) return
  yield {
    collection: 'directory-suggestions',
    rows: [
      {
        id: idOf('suggestion', 'choir'),
        ...nothing,
        kind: 'new-place',
        organisation: 'The Invented Youth Choir',
        category_id: CATEGORIES.others,
        website: 'https://choir.example',
        words: 'They take everybody from 9 to 15, whether or not they can sing.',
        suggested_by_id: idOf('user', first.key),
        status: 'open',
        ...suggested(2),
      },
      {
        id: idOf('suggestion', 'homework'),
        ...nothing,
        kind: 'out-of-date',
        organisation: 'Pretend Homework Club',
        entry_id: idOf('place', 'Pretend Homework Club'),
        words: 'It has moved to Thursdays, I think.',
        suggested_by_id: idOf('user', second.key),
        status: 'accepted',
        answer: 'Thank you. We ring them this week.',
        ...answered,
        ...suggested(8),
      },
      {
        id: idOf('suggestion', 'gym'),
        ...nothing,
        kind: 'new-place',
        organisation: 'A gym for grown-ups',
        category_id: CATEGORIES.sports,
        words: 'Near the station.',
        suggested_by_id: idOf('user', second.key),
        status: 'declined',
        answer: 'They take nobody under 18, we asked.',
        ...answered,
        ...suggested(9),
      },
    ],
  }
}

/** The kinds of places that the migrations put there. */
const CATEGORIES = {
  sports: '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a01',
  counselling: '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a02',
  bereavement: '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a03',
  'young-carers': '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a04',
  mentoring: '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a05',
  tutoring: '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a06',
  others: '0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a07',
} as const
