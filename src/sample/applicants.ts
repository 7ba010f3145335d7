import { daysAfter, londonMoment, type CalendarDate } from '../core/clock/londonDates.ts'
import { idOf } from './identity.ts'
import type { SampleRows } from './rows.ts'

type Stamp = Record<string, unknown>

/** Two references and a self-declaration of each volunteer, held since the programme began. */
export function* referencesFor({
  keys,
  began,
  stamp,
}: {
  keys: readonly string[]
  began: CalendarDate
  stamp: Stamp
}): Generator<SampleRows> {
  const referees = keys.flatMap((key) => ['Sky Specimen', 'River Standin'].map((name, place) => ({ key, name, place })))
  yield {
    collection: 'volunteer-references',
    rows: referees.map(({ key, name, place }) => ({
      id: idOf('reference', key, place),
      volunteer_id: idOf('volunteer', key),
      referee_name: name,
      referee_email: `referee-${place + 1}-of-${key}@sample.invalid`,
      how_known: 'From work',
      status: 'answered',
      asked_at: stamp.created_at,
      link_number: 1,
      ...stamp,
    })),
  }
  yield {
    collection: 'reference-answers',
    rows: referees.map(({ key, place }) =>
      answerOf({ id: idOf('answer', key, place), reference: idOf('reference', key, place), heldOn: began, stamp }),
    ),
  }
  yield {
    collection: 'self-declarations',
    rows: keys.map((key) => ({
      id: idOf('declaration', key),
      volunteer_id: idOf('volunteer', key),
      declares: 'nothing',
      declared_on: began,
      ...stamp,
    })),
  }
}

/** Applicants in every queue: to consider, to interview, planned, to decide, and one who was not approved. */
export function* applicantsFor({ now, today }: { now: Date; today: CalendarDate }): Generator<SampleRows> {
  const stampOf = (days: number) => {
    const at = londonMoment({ date: daysAfter({ date: today, days: -days }), time: '10:00' })
    const moment = (at < now ? at : now).toISOString()
    return { created_at: moment, updated_at: moment, row_version: 1 }
  }
  yield {
    collection: 'applications',
    rows: APPLICANTS.map(({ key, name, status, days, source }, place) => ({
      id: idOf('application', key),
      code: `V-SAMPL${place + 2}`,
      name,
      source,
      status,
      email: `${key}@sample.invalid`,
      mobile: `07700 900${String(950 + place)}`,
      born_on: `19${80 + place}-04-0${place + 1}`,
      home_address: `${place + 20} Invented Road, Andover`,
      why: 'I would like to give a child some of my time.',
      skills: 'Communication\nActive listening',
      interests: 'Climbing and board games',
      languages: 'English',
      availability: 'Weekday evenings',
      earlier_involvement: source === 'known' ? 'Helped at one summer camp' : null,
      agreed_to_checks: true,
      received_on: daysAfter({ date: today, days: -days }),
      link_number: 0,
      ...stampOf(days),
      ...(status === 'interview-planned'
        ? {
            interview_at: londonMoment({ date: daysAfter({ date: today, days: 4 }), time: '18:30' }).toISOString(),
            interview_place: 'The made-up office',
          }
        : {}),
      ...(status === 'interviewed' || status === 'not-approved'
        ? {
            interviewed_on: daysAfter({ date: today, days: -2 }),
            interviewed_by_id: idOf('user', 'rowan'),
            interview_outcome: status === 'interviewed' ? 'recommend' : 'not',
          }
        : {}),
      ...(status === 'not-approved'
        ? {
            decided_by_id: idOf('user', 'casey'),
            decided_at: stampOf(1).created_at,
            decision_reason: 'They have too little time this year.',
          }
        : {}),
    })),
  }
  const referees = APPLICANTS.flatMap(({ key, status, days }) =>
    ['Ash Example', 'Wren Sampleton'].map((name, place) => ({
      key,
      status,
      days,
      name,
      place,
      state: REFERENCE_STATES[status](place),
    })),
  )
  yield {
    collection: 'volunteer-references',
    rows: referees.map(({ key, name, place, days, state }) => ({
      id: idOf('reference', key, place),
      application_id: idOf('application', key),
      referee_name: name,
      referee_email: `referee-${place + 1}-of-${key}@sample.invalid`,
      how_known: 'From a club',
      status: state,
      link_number: 0,
      ...stampOf(days),
      ...(state === 'named'
        ? {}
        : {
            asked_at: stampOf(days - 2).created_at,
            ends_at: londonMoment({ date: daysAfter({ date: today, days: 26 - days }), time: '10:00' }).toISOString(),
          }),
    })),
  }
  const answered = referees.filter(({ state }) => state === 'answered')
  yield {
    collection: 'reference-answers',
    rows: answered.map(({ key, place, days }) =>
      answerOf({
        id: idOf('answer', key, place),
        reference: idOf('reference', key, place),
        heldOn: daysAfter({ date: today, days: -1 }),
        stamp: stampOf(Math.min(days, 1)),
      }),
    ),
  }
  yield {
    collection: 'self-declarations',
    rows: APPLICANTS.map(({ key, days }) => ({
      id: idOf('declaration', key),
      application_id: idOf('application', key),
      declares: 'nothing',
      declared_on: daysAfter({ date: today, days: -days }),
      ...stampOf(days),
    })),
  }
  yield {
    collection: 'interview-notes',
    rows: APPLICANTS.filter(({ status }) => status === 'interviewed' || status === 'not-approved').map(({ key }) => ({
      id: idOf('notes', key),
      application_id: idOf('application', key),
      words: 'An invented talk about time, clubs and children.',
      written_by_id: idOf('user', 'rowan'),
      ...stampOf(2),
    })),
  }
}

const APPLICANTS = [
  { key: 'applicant-sol', name: 'Sol Placeholder', status: 'received', days: 3, source: 'outsider' },
  { key: 'applicant-kit', name: 'Kit Pretend', status: 'considered', days: 9, source: 'known' },
  { key: 'applicant-lake', name: 'Lake Dummy', status: 'interview-planned', days: 12, source: 'outsider' },
  { key: 'applicant-fern', name: 'Fern Testcase', status: 'interviewed', days: 20, source: 'known' },
  { key: 'applicant-ember', name: 'Ember Notreal', status: 'not-approved', days: 40, source: 'outsider' },
] as const

const REFERENCE_STATES: Readonly<Record<(typeof APPLICANTS)[number]['status'], (place: number) => string>> = {
  received: () => 'named',
  considered: () => 'asked',
  'interview-planned': (place) => (place === 0 ? 'answered' : 'asked'),
  interviewed: () => 'answered',
  'not-approved': () => 'ended',
}

const answerOf = ({
  id,
  reference,
  heldOn,
  stamp,
}: {
  id: string
  reference: string
  heldOn: CalendarDate
  stamp: Stamp
}) => ({
  id,
  reference_id: reference,
  method: 'link',
  known_for: 'Five years',
  capacity: 'work',
  suitability: 'Patient and reliable.',
  worry: 'no',
  held_on: heldOn,
  status: 'held',
  ...stamp,
})
