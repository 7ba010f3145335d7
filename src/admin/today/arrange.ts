import type { Queue, QueueName, WhatWaits } from './loadToday.ts'

/** A heading of Today with the queues under it, and how many rows there this person can do something about. */
export type Area = { id: string; title: string; queues: QueueName[]; own: number; hasMore: boolean }

/**
 * In which order Today shows what waits: by area, the most urgent first; within an area as written below. A queue in which this
 * person can do nothing, because every row waits for somebody else, comes at the end under a heading of its own. What is empty
 * is left out.
 */
export const arrange = ({ waits, now }: { waits: WhatWaits; now: Date }): Area[] => {
  const areas = AREAS.map(({ id, title, queues }) => areaOf({ waits, now, id, title, queues: queues.filter((name) => ownRows({ waits, name, now }) > 0) }))
  const ofOthers = AREAS.flatMap(({ queues }) => queues.filter((name) => waits[name].rows.length > 0 && ownRows({ waits, name, now }) === 0))
  return [...areas, areaOf({ waits, now, id: 'of-others', title: 'Waiting for somebody else', queues: ofOthers })].filter(({ queues }) => queues.length > 0)
}

const areaOf = ({ waits, now, id, title, queues }: { waits: WhatWaits; now: Date; id: string; title: string; queues: QueueName[] }): Area => ({
  id: `area-${id}`,
  title,
  queues,
  own: queues.reduce((sum, name) => sum + ownRows({ waits, name, now }), 0),
  hasMore: queues.some((name) => waits[name].hasMore),
})

const AREAS: ReadonlyArray<{ id: string; title: string; queues: readonly QueueName[] }> = [
  { id: 'meetings', title: 'Meetings and logs', queues: ['meetings', 'logs'] },
  { id: 'mentoring', title: 'Children and their volunteers', queues: ['calls', 'handovers', 'wishes', 'matches', 'waitingList', 'captures', 'consents', 'endings', 'lapsed'] },
  { id: 'referrals', title: 'Children who are referred', queues: ['toLink', 'referrals', 'waitingForMore', 'entries', 'merges'] },
  { id: 'applications', title: 'People who want to volunteer', queues: ['decisions', 'applications', 'interviews', 'references'] },
  { id: 'volunteers', title: 'Checks and training', queues: ['overrides', 'vetting', 'clearances'] },
  { id: 'directory', title: 'The directory', queues: ['suggestions', 'toCheck'] },
  { id: 'policies', title: 'Policies', queues: ['adoptions', 'translations', 'reviews'] },
  { id: 'office', title: 'Messages and accounts', queues: ['messages', 'accounts'] },
]

type RowOf<Name extends QueueName> = WhatWaits[Name]['rows'][number]

const ownRows = <Name extends QueueName>({ waits, name, now }: { waits: { [Each in QueueName]: Queue<RowOf<Each>> }; name: Name; now: Date }): number => waits[name].rows.filter((row) => CAN_BE_DONE[name](row, now)).length

/** Whether the person who looks can do something about a row; what waits for somebody else alone they can only know of. */
const CAN_BE_DONE: { readonly [Name in QueueName]: (row: RowOf<Name>, now: Date) => boolean } = {
  meetings: ({ isTheirs }) => isTheirs,
  logs: () => true,
  handovers: ({ isTheirs }) => isTheirs,
  wishes: ({ isOneself }) => !isOneself,
  matches: () => true,
  waitingList: ({ nextStep }) => nextStep !== 'await-consent',
  consents: ({ hasEnded, delivery }) => hasEnded || delivery === 'bounced',
  calls: () => true,
  captures: ({ enteredBySelf }) => !enteredBySelf,
  endings: () => true,
  lapsed: () => true,
  toLink: () => true,
  referrals: ({ isTheirs }) => isTheirs,
  waitingForMore: () => true,
  entries: () => true,
  merges: ({ isOwn }) => !isOwn,
  decisions: ({ isTheirs }) => isTheirs,
  applications: ({ isTheirs }) => isTheirs,
  interviews: ({ isTheirs, status, interviewAt }, now) => status === 'considered' || (isTheirs && interviewAt !== null && interviewAt <= now),
  references: ({ state, takenBySelf }) => state !== 'asked' && !takenBySelf,
  overrides: ({ isTheirs }) => isTheirs,
  vetting: () => true,
  clearances: ({ isOneself }) => !isOneself,
  suggestions: ({ isTheirs }) => isTheirs,
  toCheck: () => true,
  adoptions: ({ isTheirs, blockers }) => isTheirs && blockers.every(({ rule }) => rule !== 'POL-3'),
  translations: ({ isTheirs, blockers }) => isTheirs && blockers.every(({ rule }) => rule !== 'POL-3'),
  reviews: () => true,
  messages: () => true,
  accounts: ({ hasRole }) => !hasRole,
}
