import { daysAfter, londonDate, londonMoment, type CalendarDate } from '../core/clock/londonDates.ts'
import { USUAL_ANSWER_DAYS } from '../programme/referrals/settings.ts'
import { VIEW_LINK_DAYS } from '../programme/referrals/views/workflow.ts'
import { idOf } from './identity.ts'
import type { SampleRows } from './rows.ts'

type ReferredChild = { key: string; name: string; bornOn: CalendarDate }
type Given = { toDecide: readonly ReferredChild[]; now: Date; today: CalendarDate }

/**
 * Two referrals from outside that belong to no child yet, and the one that the last child to decide about came by. They
 * stand before the referrals that come of them.
 */
export function* incomingFor({ toDecide, now, today }: Given): Generator<SampleRows> {
  const askedAbout = childAskedAbout(toDecide)
  yield {
    collection: 'incoming-referrals',
    rows: [
      ...TO_LINK.map(({ days, ...words }) => ({
        ...words,
        ...arrived({ days, now, today }),
        family_agrees: words.source === 'parent' ? 'yes' : 'not-asked',
        status: 'to-link',
      })),
      ...(askedAbout
        ? [
            {
              ...FROM_SCHOOL,
              ...arrived({ days: DAYS_ASKED_ABOUT, now, today }),
              id: idOf('incoming', askedAbout.key),
              reference: 'R-SAMP-D4E4',
              child_name: askedAbout.name,
              child_born_on: askedAbout.bornOn,
              main_reason: 'attendance',
              family_agrees: 'yes',
              family_contact: 'By text, in the afternoon',
              status: 'linked',
              child_id: idOf('child', askedAbout.key),
              linked_by_id: idOf('user', 'morgan'),
            },
          ]
        : []),
    ],
  }
}

/**
 * What makes a child's referral one that came by the form and waits for more, where it is that child's; as columns of
 * the referral.
 */
export const waitingForMore = ({ key, toDecide, now, today }: Given & { key: string }): Record<string, unknown> =>
  key === childAskedAbout(toDecide)?.key
    ? {
        status: 'more-asked',
        incoming_id: idOf('incoming', key),
        entered_by_id: null,
        source: FROM_SCHOOL.source,
        referrer_name: FROM_SCHOOL.referrer_name,
        main_reason: 'attendance',
        concern: null,
        decision_reason: QUESTION,
        received_on: daysAfter({ date: today, days: -DAYS_ASKED_ABOUT }),
        ...stampOf({ days: 2, now, today }),
      }
    : {}

/**
 * What was written about them, and two views on the first child to decide about: one given, one that is still waited
 * for.
 */
export function* wordsAndViewsFor({ toDecide, now, today }: Given): Generator<SampleRows> {
  const said = (days: number) => ({
    said_at: momentOf({ days, now, today }),
    ...unversioned(stampOf({ days, now, today })),
  })
  const askedAbout = childAskedAbout(toDecide)
  const [first] = toDecide
  const askedViews = first
    ? VIEWS.map((view) => ({
        ...view,
        id: idOf('view', first.key, view.name),
        referral_id: idOf('referral', first.key),
        question: 'How is the child with you, and what may help?',
        asked_by_id: idOf('user', 'morgan'),
        ends_at: momentOf({ days: 3 - VIEW_LINK_DAYS, now, today }),
        ...stampOf({ days: 3, now, today }),
      }))
    : []
  yield {
    collection: 'view-requests',
    rows: askedViews.map((view) => ({
      ...view,
      answered_at: view.status === 'answered' ? momentOf({ days: 1, now, today }) : null,
    })),
  }
  yield {
    collection: 'referral-words',
    rows: [
      ...TO_LINK.map(({ id, days, referrer_name: by }, place) => ({
        id: idOf('words', id),
        incoming_id: id,
        kind: 'form',
        about: 'Why may this child benefit from mentoring?',
        text: TO_LINK_WORDS[place],
        said_by: by,
        ...said(days),
      })),
      ...(askedAbout
        ? [
            {
              id: idOf('words', askedAbout.key, 'form'),
              incoming_id: idOf('incoming', askedAbout.key),
              kind: 'form',
              about: 'Why may this child benefit from mentoring?',
              text: 'Comes late, and is happiest when somebody has time to listen.',
              said_by: FROM_SCHOOL.referrer_name,
              ...said(DAYS_ASKED_ABOUT),
            },
            {
              id: idOf('words', askedAbout.key, 'asked'),
              incoming_id: idOf('incoming', askedAbout.key),
              referral_id: idOf('referral', askedAbout.key),
              kind: 'asked',
              about: 'The committee asks',
              text: QUESTION,
              said_by: 'Casey Standin',
              ...said(2),
            },
          ]
        : []),
      ...askedViews
        .filter(({ status }) => status === 'answered')
        .map(({ id, referral_id: referral, question, name }) => ({
          id: idOf('words', id),
          referral_id: referral,
          kind: 'view',
          about: question,
          text: 'Quiet in the group, and stays behind to help put things away.',
          said_by: name,
          ...said(1),
        })),
    ],
  }
}

/** The last child to decide about, where there is another to decide about without asking. */
const childAskedAbout = (toDecide: readonly ReferredChild[]): ReferredChild | undefined =>
  toDecide.length > 1 ? toDecide.at(-1) : undefined

const arrived = ({ days, now, today }: { days: number; now: Date; today: CalendarDate }) => {
  const receivedAt = momentOf({ days, now, today })
  return {
    received_at: receivedAt,
    answer_by: daysAfter({ date: londonDate(new Date(receivedAt)), days: USUAL_ANSWER_DAYS }),
    ...stampOf({ days, now, today }),
  }
}

/** Ten in the morning so many days ago, but never later than now unless the days lie ahead. */
const momentOf = ({ days, now, today }: { days: number; now: Date; today: CalendarDate }): string => {
  const at = londonMoment({ date: daysAfter({ date: today, days: -days }), time: '10:00' })
  return (days >= 0 && at > now ? now : at).toISOString()
}

const stampOf = (when: { days: number; now: Date; today: CalendarDate }) => ({
  created_at: momentOf(when),
  updated_at: momentOf(when),
  row_version: 1,
})

const unversioned = ({ created_at, updated_at }: ReturnType<typeof stampOf>) => ({ created_at, updated_at })

const DAYS_ASKED_ABOUT = 6

const QUESTION = 'On how many days was the child late this term, and who talks with them then?'

const FROM_SCHOOL = {
  member_answer: 'yes',
  child_school: 'Made-up Hill Academy',
  source: 'school',
  referrer_name: 'Terry Makebelieve',
  referrer_place: 'Made-up Hill Academy',
  referrer_email: 'terry@sample.invalid',
}

const TO_LINK = [
  {
    id: idOf('incoming', 'juniper'),
    reference: 'R-SAMP-B2C2',
    days: 2,
    member_answer: 'unknown',
    child_name: 'Juniper Invented',
    child_born_on: null,
    child_school: 'Inventwood School',
    main_reason: 'confidence',
    source: 'club-leader',
    referrer_name: 'Ola Pretend',
    referrer_place: 'The Pretend Skate Park',
    referrer_email: 'ola@sample.invalid',
    referrer_phone: null,
    family_contact: null,
  },
  {
    id: idOf('incoming', 'wren'),
    reference: 'R-SAMP-C3D3',
    days: 1,
    member_answer: 'yes',
    child_name: 'Wren Placeholder',
    child_born_on: '2014-03-05',
    child_school: null,
    main_reason: 'loss',
    source: 'parent',
    referrer_name: 'Ash Placeholder',
    referrer_place: null,
    referrer_email: 'ash@sample.invalid',
    referrer_phone: '07700 900777',
    family_contact: null,
  },
] as const

const TO_LINK_WORDS = [
  'Watches the others and seldom joins in. Would like one grown-up who asks.',
  'Lost a grandparent in the spring, and does not talk about it at home.',
]

const VIEWS = [
  { name: 'Kit Fictional', asked_group: 'family-support-worker', email: 'kit@sample.invalid', status: 'answered' },
  { name: 'Ola Pretend', asked_group: 'club-leader', email: 'ola@sample.invalid', status: 'open' },
] as const
