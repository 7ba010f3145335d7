import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { isCalendarDate, isLondonTime, londonDate, NO_SUCH_TIME } from '../../../core/clock/londonDates.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import {
  defineWorkflow,
  type Asked,
  type Effect,
  type Transition,
  type Workflow,
} from '../../../core/workflow/workflow.ts'
import { normalAddress } from '../../people/signIn/addresses.ts'
import { askedElsewhere } from '../references/facts.ts'
import { referenceWorkflow } from '../references/workflow.ts'
import { becomeVolunteer } from './becomeVolunteer.ts'
import { applicationFacts, applicationFactsOfMany } from './facts.ts'
import { APPLICATION } from './fields.ts'
import { APPLICATION_LINK_DAYS, type ApplicationState } from './links.ts'
import { tellApplicant, tellOfApplication, tellOfWish } from './messages.ts'
import {
  caseworker,
  caseworkerOrApplicant,
  committee,
  caseworkerOrHolder,
  notOwn,
  notInvolved,
  keepsTie,
  reachable,
  agreed,
  adultToday,
  notAhead,
  ahead,
  momentOf,
  inFull,
  type ApplicationFacts,
} from './rules.ts'
type ApplicationEffect = Effect<ApplicationFacts>

const day = (words: string) => z.string(words).refine(isCalendarDate, words)

const planInput = z
  .object({
    date: day('Say on which day.').meta({ title: 'Day', format: 'date' }),
    time: z
      .string('Say at what time.')
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Give the time as hours and minutes, such as 18:30.')
      .meta({ title: 'Time', description: 'Such as 18:30', maxLength: 5, oneLine: true }),
    place: APPLICATION.interviewPlace.asked('Say where.').meta({ title: 'Place' }),
  })
  .refine(({ date, time }) => isLondonTime({ date, time: inFull(time) }), { path: ['time'], message: NO_SUCH_TIME })

const interviewInput = z.object({
  heldOn: day('Say on which day it was.').meta({ title: 'Day of the interview', format: 'date' }),
  others: APPLICATION.interviewedWith.ifAny().meta({ title: 'Who else held it' }),
  outcome: z.enum(['recommend', 'unsure', 'not'], 'Say what came of it.').meta({
    title: 'What came of it',
    choices: { recommend: 'We recommend them', unsure: 'We are not sure', not: 'We do not recommend them' },
  }),
  notes: APPLICATION.interviewNotes
    .asked('Note what was said.')
    .meta({ title: 'Notes', description: 'Kept apart, for the co-ordinator and the committee.' }),
})

const approveInput = z.object({
  noTies: z
    .literal(true, 'Tick it if it is true. If it is not, somebody else decides.')
    .meta({ title: 'I am neither family nor a referee of this person, and did not put them forward', type: 'boolean' }),
})

const personOf = ({ actor }: Pick<Asked, 'actor'>): string | null => (actor.kind === 'person' ? actor.userId : null)

const decided = ({ actor, now }: Asked) => ({ decidedBy: personOf({ actor }), decidedAt: now.toISOString() })

const tell =
  (step: ApplicationState | 'new-link'): ApplicationEffect =>
  ({ work, record }) =>
    tellApplicant({ work, record, step })

const asTheSoftware = (work: Work, reason: string): Work => ({ ...work, actor: { kind: 'system', reason } })

const issueTheLink: ApplicationEffect = async ({ work, record }) => {
  await performAction({
    work: asTheSoftware(work, 'a new application needs its link'),
    workflow: applicationWorkflow,
    id: String(record.id),
    action: 'issueLink',
    input: {},
  })
}

const tellOffice: ApplicationEffect = ({ work, record }) => tellOfApplication({ work, record })

const tellsOfWish: ApplicationEffect = ({ work, record }) => tellOfWish({ work, record })

/**
 * Those referees who can be asked by email are asked as soon as the committee goes on with somebody; not who was asked
 * about the same person already.
 */
const askReferees: ApplicationEffect = async ({ work, record }) => {
  const referees = await work.query<{ id: string; own: boolean }>(
    `select r.id, exists (select from users u where u.id = $2 and lower(u.email) = lower(r.referee_email)) as own from volunteer_references r join applications a on a.id = r.application_id where r.application_id = $1 and r.status = 'named' and coalesce(r.referee_email, '') <> '' and not ${askedElsewhere({ application: 'a', email: 'r.referee_email' })} order by r.id`,
    [record.id, personOf({ actor: work.actor })],
  )
  for (const { id, own } of referees)
    if (!own) await performAction({ work, workflow: referenceWorkflow, id, action: 'ask', input: {} })
}

const endReferences: ApplicationEffect = async ({ work, record }) => {
  const open = await work.query<{ id: string }>(
    "select id from volunteer_references where application_id = $1 and status in ('named', 'asked') order by id",
    [record.id],
  )
  for (const { id } of open)
    await performAction({
      work: asTheSoftware(work, 'an application has ended'),
      workflow: referenceWorkflow,
      id,
      action: 'endWithApplication',
      input: {},
    })
}

const noteInterview: ApplicationEffect = async ({ work, record, input }) => {
  await asSystem(work, { reason: 'an interview was recorded' }).create({
    collection: 'interview-notes',
    data: { application: record.id, words: input.notes, writtenBy: personOf({ actor: work.actor }) },
  })
}

const makeVolunteer: ApplicationEffect = async ({ work, record }) => {
  const volunteer = await becomeVolunteer({ work, record })
  await performAction({
    work: asTheSoftware(work, 'an applicant became a volunteer'),
    workflow: applicationWorkflow,
    id: String(record.id),
    action: 'joinVolunteers',
    input: { volunteer },
  })
}

const newLink = ({ facts, now }: { facts: ApplicationFacts; now: Date }) => ({
  linkNumber: facts.nextNumber,
  linkDigest: facts.nextDigest,
  endsAt: new Date(now.getTime() + APPLICATION_LINK_DAYS * 24 * 60 * 60_000).toISOString(),
})

/** A new link for the applicant, whatever the state: the one before is worth nothing from then on. */
const linkAgain = (state: ApplicationState): Transition<ApplicationFacts, ApplicationState> => ({
  label: 'Send the applicant a new link',
  from: [state],
  to: state,
  by: [caseworker],
  guards: [],
  set: newLink,
  effects: [tell('new-link')],
})

const plan = {
  by: [caseworker],
  guards: [notOwn, ahead],
  input: planInput,
  set: ({ input }: Asked) => ({
    interviewAt: momentOf(input).toISOString(),
    interviewPlace: input.place,
    interviewWish: null,
  }),
  effects: [tell('interview-planned')],
}

const UNDECIDED = ['received', 'considered', 'interview-planned', 'interviewed'] as const

/** What can be corrected until it is decided. */
const ABOUT_THEM = [
  'name',
  'source',
  'email',
  'mobile',
  'bornOn',
  'homeAddress',
  'why',
  'skills',
  'interests',
  'languages',
  'availability',
  'earlierInvolvement',
  'agreedToChecks',
  'tiedTo',
] as const

/** A code that can be read out by telephone: no letter or digit that is taken for another. */
const newCode = (): string => `V-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`

const LETTERS = 'ABCDEFGHJKMNPQRTUVWXY346789'

/**
 * Somebody applies, the committee considers and interviews them, and decides; approval makes a volunteer of them
 * [VOL-1].
 */
export const applicationWorkflow: Workflow = defineWorkflow<ApplicationFacts, ApplicationState>('applications', {
  noun: 'application',
  states: {
    received: 'To consider',
    considered: 'To be interviewed',
    'interview-planned': 'Interview planned',
    interviewed: 'To decide',
    approved: 'Approved',
    'not-approved': 'Not approved',
    withdrawn: 'Withdrawn',
  },
  initial: 'received',
  locks: [],
  facts: applicationFacts,
  factsOfMany: applicationFactsOfMany,
  create: {
    label: 'Enter an application',
    by: [caseworkerOrApplicant],
    guards: [reachable, agreed, keepsTie],
    set: ({ actor, now }) => ({
      enteredBy: personOf({ actor }),
      receivedOn: londonDate(now),
      code: newCode(),
      linkNumber: 0,
    }),
    effects: [issueTheLink, tellOffice],
  },
  editable: { received: ABOUT_THEM, considered: ABOUT_THEM, 'interview-planned': ABOUT_THEM, interviewed: ABOUT_THEM },
  edit: {
    // The link ends with the address to which it went; a new one is sent by hand [CON-10].
    set: ({ before, input }) =>
      normalAddress(String(before.email ?? '')) === normalAddress(String(input.email ?? before.email ?? ''))
        ? {}
        : { linkDigest: null },
  },
  transitions: {
    issueLink: {
      label: 'Send the first link',
      from: ['received'],
      to: 'received',
      by: [],
      guards: [],
      set: newLink,
      effects: [tell('received')],
      automatic: true,
    },
    consider: {
      label: 'Go on with this application',
      from: ['received'],
      to: 'considered',
      by: [committee],
      guards: [notOwn],
      effects: [askReferees, tell('considered')],
    },
    planInterview: { ...plan, label: 'Plan the interview', from: ['considered'], to: 'interview-planned' },
    planAgain: { ...plan, label: 'Plan another time', from: ['interview-planned'], to: 'interview-planned' },
    askAnotherTime: {
      label: 'The time does not suit the applicant',
      from: ['interview-planned'],
      to: 'considered',
      by: [caseworkerOrHolder],
      guards: [],
      input: z.object({
        wish: APPLICATION.interviewWish
          .asked('Say when it would suit.')
          .meta({ title: 'When it would suit', description: 'For example: any evening but Tuesday.' }),
      }),
      set: ({ input }) => ({ interviewAt: null, interviewPlace: null, interviewWish: input.wish }),
      effects: [tellsOfWish],
    },
    recordInterview: {
      label: 'Record the interview',
      from: ['considered', 'interview-planned'],
      to: 'interviewed',
      by: [committee],
      guards: [notOwn, notAhead],
      input: interviewInput,
      set: ({ actor, input }) => ({
        interviewedOn: input.heldOn,
        interviewedBy: personOf({ actor }),
        interviewedWith: input.others || null,
        interviewOutcome: input.outcome,
      }),
      effects: [noteInterview, tell('interviewed')],
    },
    approve: {
      label: 'Approve',
      from: ['interviewed'],
      to: 'approved',
      by: [committee],
      guards: [notInvolved, adultToday, reachable, agreed],
      input: approveInput,
      set: decided,
      effects: [makeVolunteer, tell('approved')],
    },
    joinVolunteers: {
      label: 'Become a volunteer',
      from: ['approved'],
      to: 'approved',
      by: [],
      guards: [],
      input: z.object({ volunteer: z.uuid() }),
      set: ({ input }) => ({ volunteer: input.volunteer }),
      automatic: true,
    },
    notApprove: {
      label: 'Do not approve',
      from: UNDECIDED,
      to: 'not-approved',
      by: [committee],
      guards: [notInvolved],
      input: z.object({
        reason: APPLICATION.decisionReason.asked('Say why not.').meta({
          title: 'Why not',
          description:
            'For the co-ordinator and the committee. The applicant is told that we do not go on, and no more.',
        }),
      }),
      set: (asked) => ({ ...decided(asked), decisionReason: asked.input.reason }),
      effects: [endReferences, tell('not-approved')],
      grave: true,
    },
    withdraw: {
      label: 'The applicant withdraws',
      from: UNDECIDED,
      to: 'withdrawn',
      by: [caseworkerOrHolder],
      guards: [],
      input: z.object({
        sure: z
          .literal(true, 'Tick the box if it is so.')
          .meta({ title: 'They have said that they withdraw', type: 'boolean' }),
      }),
      effects: [endReferences, tell('withdrawn')],
      grave: true,
    },
    linkWhileReceived: linkAgain('received'),
    linkWhileConsidered: linkAgain('considered'),
    linkWhilePlanned: linkAgain('interview-planned'),
    linkWhileInterviewed: linkAgain('interviewed'),
    linkWhenApproved: linkAgain('approved'),
  },
})
