/** First names that say nothing about anybody, for invented people. */
export const FIRST_NAMES = [
  'Robin',
  'Sky',
  'Ash',
  'Wren',
  'River',
  'Indigo',
  'Phoenix',
  'Sage',
  'Rowan',
  'Juniper',
  'Marlow',
  'Linden',
  'Jordan',
  'Harper',
  'Casey',
  'Morgan',
  'Quinn',
  'Reese',
  'Rory',
  'Alex',
] as const

/** Surnames that are plainly made up, so that nobody takes a sample for a real person. */
export const LAST_NAMES = [
  'Testerton',
  'Placeholder',
  'Demo-Smith',
  'Fictional',
  "O'Mock",
  'Testcase',
  'Dummy',
  'Pretend',
  'Madeup',
  'Invented',
  'Notreal',
  'Sampleton',
  'Example',
  'Sample',
  'Standin',
  'Specimen',
] as const

/** Public places that do not exist. */
export const PLACES = [
  'Library café, Invented Street',
  'Made-up Park, by the bandstand',
  'The Pretend Skate Park',
  'Sample Sports Centre',
  'The Example Climbing Wall',
  'Placeholder Museum',
] as const

/** What a pair did, for invented logs. */
export const ACTIVITIES = [
  'Walked round the park and talked about school',
  'Played a board game in the café',
  'Homework: maths and a poster',
  'Climbing, two new routes',
  'Looked at books about space',
  'Planned a visit to the college',
] as const

/** What came of it, for invented logs. */
export const OUTCOMES = [
  'Said one thing that went well',
  'Finished the homework',
  'Tried something new',
  'Talked about a goal for the month',
  'Came on time and stayed to the end',
] as const

/** Why an invented child may benefit. */
export const BACKGROUNDS = [
  'Lost a grandparent in the spring; quiet since.',
  'Low attendance; mornings are hard.',
  'Trouble with a group at school.',
  'Cares for a younger brother after school.',
  'Worried about changing schools.',
  'Would like help choosing what comes after school.',
] as const
