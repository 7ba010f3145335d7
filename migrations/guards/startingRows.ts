import type { Guard } from './guard.ts'

const SUPPORT_LEVELS = [
  {
    id: '5ca1e000-0000-4000-8000-000000000001',
    name: 'A little help',
    needs: 'One thing is hard, and family and school are coping.',
    offered: 'Camps, clubs and meet-ups; a mentor once a month.',
  },
  {
    id: '5ca1e000-0000-4000-8000-000000000002',
    name: 'Regular help',
    needs: 'Several things are hard, or one has lasted.',
    offered: 'A mentor every week or fortnight, goals with the school, the progress star.',
  },
  {
    id: '5ca1e000-0000-4000-8000-000000000003',
    name: 'A lot of help',
    needs: 'Things are hard at home and at school, and others are involved.',
    offered:
      'A mentor every week, key workers in the plan, referral to a professional, grants for what stands in the way.',
  },
] as const

const TRAINING_KINDS = [
  ['5b1c0e3a-7a52-4c1e-9d0b-2f6f3f0a7c11', 'Star programme'],
  ['c8a4f7de-90b3-4d52-8a6e-61d0b9e45f22', 'What not to talk about'],
] as const

const PLACES = [
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a01', 'Sports'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a02', 'Counselling'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a03', 'Bereavement'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a04', 'Young carers'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a05', 'Mentoring elsewhere'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a06', 'Tutoring'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a07', 'Others'],
] as const

const VALUES = {
  'Above all': ['Give everything a try', 'Keep it fun'],
  Security: ['Trust', 'Reliability', 'Absolute trust', 'Resilience', 'Self-esteem'],
  Protection: ['Safe', 'Participation', 'Try everything'],
  Spirit: ['Fun', 'Generosity of spirit', 'Kindness', 'Positivity'],
  Inclusion: ['Belonging', 'Family', 'Supportive of each other', 'Support', 'Teamwork', 'Team player'],
  Other: ['Professional', 'Health and exercise', 'Good behaviour'],
} as const

const listed = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ')
const valuesInOrder = Object.entries(VALUES).flatMap(([heading, names]) => names.map((name) => ({ heading, name })))

/**
 * What every programme begins with and may change: levels of support, required training, the kinds of places in the
 * directory, the programme's values.
 */
export const startingRows: readonly Guard[] = [
  {
    up: `insert into support_levels (id, place, name, needs, offered) values ${SUPPORT_LEVELS.map(({ id, name, needs, offered }, at) => `('${id}', ${at + 1}, ${listed([name, needs, offered])})`).join(', ')};`,
    down: `delete from support_levels where id in (${listed(SUPPORT_LEVELS.map(({ id }) => id))});`,
  },
  {
    up: `insert into training_kinds (id, name, required_before_match) values ${TRAINING_KINDS.map((row) => `(${listed(row)}, true)`).join(', ')};`,
    down: `delete from training_kinds where id in (${listed(TRAINING_KINDS.map(([id]) => id))});`,
  },
  {
    up: `insert into directory_categories (id, name, in_use) values ${PLACES.map((row) => `(${listed(row)}, true)`).join(', ')};`,
    down: `delete from directory_categories where id in (${listed(PLACES.map(([id]) => id))});`,
  },
  {
    up: `insert into programme_values (name, heading, place, in_use) values ${valuesInOrder.map(({ heading, name }, at) => `(${listed([name, heading])}, ${at + 1}, true)`).join(', ')};`,
    down: `delete from programme_values where name in (${listed(valuesInOrder.map(({ name }) => name))});`,
  },
]
