import { daysAfter, type CalendarDate } from '../core/clock/londonDates.ts'
import { schoolYear, suggestedStages } from '../programme/people/children/schoolYear.ts'
import { idOf, pick } from './identity.ts'

/** What the sample knows of a child when it writes down the rest of their life. */
export type ChildToDescribe = {
  key: string
  firstName: string
  bornOn: CalendarDate
  phase: 'matched' | 'waiting' | 'to decide'
}

type Rows = { collection: string; rows: Array<Record<string, unknown>> }
type Given = {
  children: readonly ChildToDescribe[]
  began: CalendarDate
  today: CalendarDate
  stamp: Record<string, unknown>
}

/** The levels of support that a new database begins with, from the least. */
const LEVELS = [
  '5ca1e000-0000-4000-8000-000000000001',
  '5ca1e000-0000-4000-8000-000000000002',
  '5ca1e000-0000-4000-8000-000000000003',
] as const

/** The school, the level of support, and for one child a year below their age group; as columns of the child. */
export const schoolingOf = ({
  index,
  bornOn,
  began,
}: {
  index: number
  bornOn: CalendarDate
  began: CalendarDate
}): Record<string, unknown> => ({
  school: pick(SCHOOLS, index),
  support_level_id: pick(LEVELS, index),
  ...(index === 4
    ? { held_in_year: Math.max(0, Number(schoolYear({ bornOn, on: began })) - 1), held_in_year_on: began }
    : {}),
})

/** How one parent in a few is to be reached; as columns of the parent or carer. */
export const reachOf = (index: number): Record<string, unknown> =>
  ({
    0: { contact_words: 'Works nights, so not before 2pm', preferred_way: 'text' },
    2: { contact_rule: 'writing', preferred_way: 'email' },
    5: { form_language: 'pl', preferred_way: 'text' },
  })[index] ?? {}

/**
 * What is apart from the children's own records: a father who must not be contacted, education, health, stages, plans
 * with their parts and barriers.
 */
export function* livesOf({ children, began, today, stamp }: Given): Generator<Rows> {
  const [first] = children
  if (first)
    yield {
      collection: 'guardians',
      rows: [
        {
          id: idOf('guardian', first.key, 'father'),
          name: 'Dana Notional',
          family_id: idOf('family', first.key),
          relationship: 'Father',
          parental_responsibility: false,
          contact_rule: 'none',
          contact_words: 'A court has said so',
          ...stamp,
        },
      ],
    }
  yield {
    collection: 'education-entries',
    rows: children.flatMap(({ key }, index) => [
      {
        id: idOf('education', key, 'then'),
        child_id: idOf('child', key),
        status: 'full-time',
        since: daysAfter({ date: began, days: -200 }),
        place: pick(SCHOOLS, index),
        ...stamp,
      },
      ...(index % 4 === 1
        ? [
            {
              id: idOf('education', key, 'now'),
              child_id: idOf('child', key),
              status: pick(['part-time', 'not-attending', 'suspended'], index),
              since: daysAfter({ date: today, days: -20 }),
              place: pick(SCHOOLS, index),
              note: 'The school rang the co-ordinator.',
              ...stamp,
            },
          ]
        : []),
    ]),
  }
  yield {
    collection: 'medical-needs',
    rows: children
      .filter((_child, index) => index % 3 === 0)
      .map(({ key }, index) => ({
        id: idOf('medical', key),
        child_id: idOf('child', key),
        ...pick(NEEDS, index),
        ...stamp,
      })),
  }
  yield {
    collection: 'key-workers',
    rows: children.map(({ key }, index) => ({
      id: idOf('key-worker', key),
      child_id: idOf('child', key),
      name: pick(['Terry Makebelieve', 'Kit Fictional', 'Ola Pretend'], index),
      role: pick(['Form tutor', 'Family support worker', 'Social worker'], index),
      organisation: pick(SCHOOLS, index),
      since: began,
      ...stamp,
    })),
  }
  const planned = children.filter(({ phase }) => phase === 'matched')
  yield {
    collection: 'plans',
    rows: planned.slice(0, -1).map(({ key, firstName }, index) => ({
      id: idOf('plan', key),
      child_id: idOf('child', key),
      made_on: began,
      child_took_part: true,
      childs_words: pick(
        ['I want people to stop asking how I am.', 'I want to be good at one thing.', 'I want to see my friends more.'],
        index,
      ),
      others_took_part: pick(['The form tutor', 'The family support worker'], index),
      parents_not_because: 'Was told by telephone, and agreed',
      summary: `${firstName} meets a volunteer, joins one club, and we look again after six weeks.`,
      ...stamp,
    })),
  }
  yield {
    collection: 'barriers',
    rows: children
      .filter(({ phase }) => phase !== 'to decide')
      .map(({ key }, index) => ({
        id: barrierOf(key),
        child_id: idOf('child', key),
        ...pick(BARRIERS, index),
        ...(index % 4 === 3
          ? {
              status: 'removed',
              removed_on: daysAfter({ date: today, days: -10 }),
              removed_how: 'The charity paid for it.',
            }
          : { status: 'open' }),
        ...stamp,
      })),
  }
  yield {
    collection: 'plan-parts',
    rows: planned.flatMap(({ key }, index) => [
      {
        id: idOf('part', key, 'meetings'),
        child_id: idOf('child', key),
        kind: 'one-to-one',
        title: 'A meeting a week',
        from: began,
        state: 'going-on',
        ...stamp,
      },
      {
        id: idOf('part', key, 'more'),
        child_id: idOf('child', key),
        barrier_id: barrierOf(key),
        from: daysAfter({ date: today, days: -14 + index }),
        until: daysAfter({ date: today, days: 60 }),
        ...pick(PARTS, index),
        ...stamp,
      },
    ]),
  }
}

/** The stages that the committee picked for those who are in the programme: the first that their year suggests. */
export const stagesOf = ({ children, today }: { children: readonly ChildToDescribe[]; today: CalendarDate }): Rows => ({
  collection: 'children-stages',
  rows: children
    .filter(({ phase }) => phase === 'matched')
    .flatMap(({ key, bornOn }) =>
      suggestedStages(schoolYear({ bornOn, on: today }))
        .slice(0, 1)
        .map((value) => ({ id: idOf('stage', key), parent_id: idOf('child', key), order: 1, value })),
    ),
})

/** The barrier of a child of the sample. */
export const barrierOf = (key: string): string => idOf('barrier', key)

const SCHOOLS = ['Inventwood School', 'Made-up Hill Academy', 'St Nowhere’s School']

const NEEDS = [
  {
    allergies: 'Nuts: carries an injector in the blue bag',
    medication: 'An antihistamine when it itches',
    in_an_emergency: 'Use the injector, ring 999, then ring home.',
  },
  { access_needs: 'Wears hearing aids: face the child, choose quiet places' },
  { medication: 'An inhaler before sport', access_needs: 'Needs a short rest after stairs' },
  { allergies: 'None known', access_needs: 'Reads with a blue overlay' },
]

const BARRIERS = [
  { what: 'No way to get to the club', remedy: 'money', remedy_words: 'A bus pass for the term' },
  { what: 'Cannot do homework at home', remedy: 'support', remedy_words: 'A place at the homework club' },
  { what: 'No laptop', remedy: 'money', remedy_words: 'A second-hand laptop' },
  { what: 'Will not go in alone', remedy: 'both', remedy_words: 'Somebody to go along for a month, and the fares' },
]

const PARTS = [
  { kind: 'club', title: 'Football on Thursdays', with_whom: 'The sports hall', state: 'going-on' },
  { kind: 'professional', title: 'Talks with a bereavement worker', with_whom: 'A local service', state: 'planned' },
  { kind: 'work-experience', title: 'A day at a workshop', with_whom: 'A garage nearby', state: 'planned' },
  { kind: 'trip', title: 'A visit to a college', with_whom: 'The college', state: 'planned' },
  { kind: 'grant', title: 'A grant for boots', with_whom: 'The committee', state: 'done' },
]
