import type { z } from 'zod'
import { sayOwnWords } from '../core/errors/ownWords.ts'
import { foundation } from '../core/foundation.ts'
import type { Area } from '../core/house/defineArea.ts'
import type { Queue } from '../core/house/defineQueue.ts'
import { consent } from './consent/area.ts'
import { directory } from './directory/area.ts'
import { guidance } from './guidance/area.ts'
import { matching } from './matching/area.ts'
import { meetings } from './meetings/area.ts'
import { merging } from './merging/area.ts'
import { people as peopleOf } from './people/area.ts'
import { isAdministrator, isCaseworker, isSafeguardingLead, mayChangeSettings } from './people/roles.ts'
import { plans } from './plans/area.ts'
import { policies } from './policies/area.ts'
import { recruitment } from './recruitment/area.ts'
import { MEETS_CHILDREN } from './recruitment/dbs/level.ts'
import { activityWorkflow } from './recruitment/activity/workflow.ts'
import { referrals } from './referrals/area.ts'
import { setUp } from './setUp/area.ts'
import { workingList } from './workingList/area.ts'

sayOwnWords({
  whoHelps: 'the co-ordinator',
  whoSets: 'an administrator or the committee',
  inDanger: 'If a child is in danger, do not wait: ring 999.',
})

const core = foundation({
  mayReadMessages: (actor) => isCaseworker(actor) || isAdministrator(actor),
  mayReadAudit: isSafeguardingLead,
  mayChangeSettings,
  looksAfterSettings: isAdministrator,
  recipients: [{ kind: 'guardian', label: 'parent or carer', collection: 'guardians' }],
})
const people = peopleOf({ volunteersLife: { workflow: activityWorkflow, meetsChildren: MEETS_CHILDREN } })

/**
 * The only list of the programme's areas, floor by floor from the ground up. An area may know those of the floors below
 * its own, never its neighbour, never upwards, in TypeScript and in SQL; `.dependency-cruiser.cjs` reads these very
 * lines.
 */
export const floors = [
  [core],
  [people],
  [policies, plans, directory, guidance],
  [referrals, recruitment],
  [consent],
  [matching],
  [meetings, workingList],
  [merging, setUp],
] as const

/** The areas in floor order, from the ground up. */
export const areas: readonly Area[] = floors.flat()

/**
 * The words of the panel's menu, in order: nine, and no more. Which pages and records stand under which, and where, is
 * said by their areas; a word under which nothing of somebody's stands is not in their menu.
 */
export const MENU_WORDS = [
  'Today',
  'Children',
  'Volunteers',
  'Meetings',
  'Money',
  'Worries',
  'Policies',
  'Reports',
  'Settings',
] as const

/**
 * The headings of Today: each is a tab, in this order, and each of the co-ordinator's duties has its own [ORG-2]. Which queues stand under
 * which, and where, is said by their areas.
 */
export const TODAY_HEADINGS = {
  meetings: 'Meetings and logs',
  parents: 'Parents and consent',
  mentoring: 'Children and volunteers',
  referrals: 'Referrals',
  applications: 'Recruiting',
  volunteers: 'Checks and training',
  directory: 'Directory',
  policies: 'Policies',
  office: 'Messages and accounts',
} as const

type QueuesOf<Floor> = Floor extends { queues?: infer Queues } ? NonNullable<Queues> : never
type NamesOf<Queues> = Queues extends Queues ? keyof Queues : never
type RowIn<Queues, Name extends PropertyKey> = Queues extends Readonly<Record<Name, Queue<infer Row>>> ? Row : never

type AllQueues = QueuesOf<(typeof floors)[number][number]>

/** The name of a queue that some area declares. */
export type QueueName = NamesOf<AllQueues>

/** What one row of that queue tells. */
export type RowOf<Name extends QueueName> = RowIn<AllQueues, Name>

type MessagesOf<Floor> = Floor extends { messages?: infer Messages } ? NonNullable<Messages> : never
type ShapeIn<Messages, Name extends PropertyKey> =
  Messages extends Readonly<Record<Name, { details: z.ZodObject<infer Shape, z.core.$strict> }>> ? Shape : never

type AllMessages = MessagesOf<(typeof floors)[number][number]>

/** The name of a message that some area declares. */
export type MessageName = NamesOf<AllMessages>

/** What a row of that message keeps. An empty shape would otherwise forbid every further property. */
export type DetailsOf<Name extends MessageName> = keyof ShapeIn<AllMessages, Name> extends never
  ? unknown
  : z.output<z.ZodObject<ShapeIn<AllMessages, Name>>>
