import { z } from 'zod'
import {
  daysAfter,
  isCalendarDate,
  londonDate,
  monthsAfter,
  type CalendarDate,
} from '../../../core/clock/londonDates.ts'
import { NO_MONTH_OR_YEAR, readMonthOrYear } from '../../../core/clock/monthOrYear.ts'
import { emit } from '../../../core/workflow/events.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Asked, type Effect, type Workflow } from '../../../core/workflow/workflow.ts'
import { isCommittee } from '../../people/roles.ts'
import { SIGNER } from '../fields.ts'
import { versionFacts, type VersionFacts } from './facts.ts'
import {
  committee,
  mayStart,
  numbered,
  explained,
  filledIn,
  laidOut,
  notTheAuthor,
  onADayThatCame,
  onADayAhead,
  dayHasCome,
  userIdOf,
  dayIn,
  periodIn,
  committeeOrTrustee,
} from './rules.ts'
import { documentsChanged } from '../events.ts'

const supersedeTheLast: Effect<VersionFacts> = async ({ work, facts, record }) => {
  if (facts.current && facts.current.id !== record.id)
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'a newer version is adopted' } },
      workflow: policyVersionWorkflow,
      id: facts.current.id,
      action: 'supersede',
      input: {},
    })
}

const tellTheAreasAbove: Effect<VersionFacts> = ({ work }) => emit({ work, event: documentsChanged({}) })

/**
 * A version is drafted, proposed, adopted by somebody who wrote none of it (on a later day, if they say so), and one
 * day superseded; once adopted it never changes [POL-3].
 */
export const policyVersionWorkflow: Workflow = defineWorkflow<
  VersionFacts,
  'draft' | 'proposed' | 'scheduled' | 'adopted' | 'superseded'
>('policy-versions', {
  noun: 'policy version',
  states: {
    draft: 'Draft',
    proposed: 'Proposed',
    scheduled: 'To be adopted on a day',
    adopted: 'Adopted',
    superseded: 'Superseded',
  },
  initial: 'draft',
  locks: [{ field: 'policy', collection: 'policies' }],
  facts: versionFacts,
  create: {
    label: 'Start a draft',
    by: [mayStart],
    guards: [numbered],
    set: ({ actor, facts }) => ({ author: userIdOf(actor) ?? null, ...reviewKept(facts) }),
  },
  editable: { draft: ['number', 'text', 'changes', 'adoptedBy', 'signedBy', 'reviewOn', 'reviewIn', 'graceUntil'] },
  edit: { set: ({ facts }) => reviewKept(facts) },
  transitions: {
    propose: {
      label: 'Propose for adoption',
      from: ['draft'],
      to: 'proposed',
      by: [committee],
      guards: [numbered, explained, filledIn, laidOut],
    },
    adopt: {
      label: 'Adopt this version',
      from: ['proposed'],
      to: 'adopted',
      by: [committeeOrTrustee],
      guards: [notTheAuthor, numbered, laidOut, onADayThatCame],
      input: z.object({
        on: dayQuestion('Adopted on', 'Only when it was adopted on an earlier day than today.').optional(),
        around: z
          .string()
          .refine((words) => words.trim() === '' || readMonthOrYear(words) !== undefined, NO_MONTH_OR_YEAR)
          .optional()
          .meta({
            title: 'Or only the month or the year',
            description: 'Where nobody knows the day any more, for example July 2020.',
          }),
        ...signatures(),
      }),
      set: (given) => ({
        ...signedFor(given),
        ...(given.input.on ? {} : adoptedInPeriod(given.input)),
        ...adoptedFrom({ on: dayIn(given.input) ?? londonDate(given.now), facts: given.facts }),
      }),
      before: [supersedeTheLast],
      effects: [tellTheAreasAbove],
      grave: true,
    },
    schedule: {
      label: 'Adopt on a later day',
      from: ['proposed'],
      to: 'scheduled',
      by: [committeeOrTrustee],
      guards: [notTheAuthor, numbered, laidOut, onADayAhead],
      input: z.object({
        on: dayQuestion('To be adopted on', 'It holds from that day, by itself. Until then it can be withdrawn.'),
        ...signatures(),
      }),
      set: (given) => ({ ...signedFor(given), adoptsOn: dayIn(given.input) ?? null }),
      grave: true,
    },
    withdraw: {
      label: 'Withdraw the proposal',
      from: ['proposed', 'scheduled'],
      to: 'draft',
      by: [committee],
      guards: [],
      set: () => ({ adoptsOn: null, adoptedByUser: null }),
    },
    takeEffect: {
      label: 'Takes effect',
      from: ['scheduled'],
      to: 'adopted',
      by: [],
      guards: [numbered, laidOut, dayHasCome],
      set: ({ facts, now }) => adoptedFrom({ on: facts.adoptsOn ?? londonDate(now), facts }),
      before: [supersedeTheLast],
      effects: [tellTheAreasAbove],
      automatic: true,
    },
    supersede: { label: 'Superseded', from: ['adopted'], to: 'superseded', by: [], guards: [], automatic: true },
  },
})

/** Days in which an earlier acceptance still counts, when nothing else is said [POL-4]. */
const DAYS_OF_GRACE = 14

/** Months after which a document is looked at again, when nothing else is said [POL-5]. */
const MONTHS_TO_REVIEW = 12

function dayQuestion(title: string, description: string) {
  return z.string('Give a day.').refine(isCalendarDate, 'Give a real day.').meta({ title, description, format: 'date' })
}

function signatures() {
  const name = (title: string, description: string) => SIGNER.ifAny().meta({ title, description })
  return {
    adoptedBy: name('Adopted by', 'For example: the committee, or the trustees. Left empty: as written below.'),
    signedBy: name('Signed by', 'Left empty: as written below, or you.'),
  }
}

/** Who adopted and who signed: as typed now, as written in the draft, or what must be so. */
const signedFor = ({ facts, actor, input }: { facts: VersionFacts } & Asked): Record<string, unknown> => ({
  adoptedByUser: userIdOf(actor) ?? null,
  adoptedBy: typedIn(input.adoptedBy) ?? facts.adoptedBy ?? (isCommittee(actor) ? 'The committee' : 'The trustees'),
  signedBy: typedIn(input.signedBy) ?? facts.signedBy ?? (actor.kind === 'person' ? actor.name : null),
})

const adoptedFrom = ({
  on,
  facts: { graceUntil, reviewOn },
}: {
  on: CalendarDate
  facts: VersionFacts
}): Record<string, unknown> => ({
  adoptedOn: on,
  graceUntil: graceUntil ?? daysAfter({ date: on, days: DAYS_OF_GRACE }),
  reviewOn: reviewOn ?? monthsAfter({ date: on, months: MONTHS_TO_REVIEW }),
})

const adoptedInPeriod = (input: Record<string, unknown>): Record<string, unknown> => {
  const period = periodIn(input)
  return period ? { adoptedIn: period.words } : {}
}

/** Of a month or a year alone the last day is that of the review, and the words stand as people say them. */
const reviewKept = ({ reviewIn }: VersionFacts): Record<string, unknown> => {
  const period = reviewIn === null ? undefined : readMonthOrYear(reviewIn)
  return period ? { reviewIn: period.words, reviewOn: period.last } : {}
}

const typedIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined
