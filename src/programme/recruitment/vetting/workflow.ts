import { z } from 'zod'
import {
  isCalendarDate,
  londonDate,
  monthsAfter,
  speakDate,
  type CalendarDate,
} from '../../../core/clock/londonDates.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Effect, type Guard } from '../../../core/workflow/workflow.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { committeeAmong } from '../../people/queries.ts'
import { isCaseworker } from '../../people/roles.ts'
import { INDUCTION_LIST } from './inductionList.ts'
import { readVolunteerSettings } from '../settings.ts'
import { vettingChanged } from '../../people/events.ts'

type VettingFacts = {
  volunteerId: string
  ownUserId: string | null
  kind: string
  takenOn: CalendarDate
  validUntil: CalendarDate | null
  latestRecheck: CalendarDate
  isWhole: boolean
  dbs: { scheme: string; number: string; workforce: string; level: string }
  heldByCommittee: boolean
}

const caseworker: Guard<VettingFacts> = (_facts, { actor }) =>
  isCaseworker(actor) || actor.kind === 'system'
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'Only the co-ordinator and the committee keep vetting records.',
        nextStep: 'Ask one of them.',
      })

/** Nobody vouches for themselves [ORG-1]. */
const notOneself: Guard<VettingFacts> = ({ ownUserId }, { actor }) =>
  actor.kind === 'person' && ownUserId === actor.userId
    ? refused({
        rule: 'ORG-1',
        reason: 'This record is about you, so somebody else must enter it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** Approval after the interview and the induction are a committee member's [VOL-3]. */
const heldByCommittee: Guard<VettingFacts> = ({ kind, heldByCommittee: isSo }) =>
  isSo || (kind !== 'committee-approval' && kind !== 'induction')
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason:
          kind === 'induction'
            ? 'An induction is held by a committee member.'
            : 'The committee approves a volunteer after an interview.',
        nextStep: 'Under “Seen, held or given by” choose who of the committee it was.',
      })

const wholeInduction: Guard<VettingFacts> = ({ kind, isWhole }) =>
  kind !== 'induction' || isWhole
    ? allowed
    : refused({
        rule: 'VOL-3',
        reason: 'An induction goes through everything on its list.',
        nextStep: 'Tick each thing that you went through; hold the rest first.',
      })

/** Of a certificate: who issued it, its number, workforce and level; never what it says [VOL-6]. */
const certificateDescribed: Guard<VettingFacts> = ({ kind, dbs: { scheme, number, workforce, level } }) => {
  if (kind !== 'dbs-check') return allowed
  if (!scheme || !workforce || !level)
    return missing('A DBS check needs who issued it, the workforce and the level.', 'Choose each of them.')
  if (scheme === 'dbs' ? !/^\d{12}$/.test(number) : !/^[0-9A-Z]{6,16}$/i.test(number))
    return missing(
      scheme === 'dbs' ? 'A DBS certificate has a number of 12 digits.' : 'The certificate needs its number.',
      'Copy it from the certificate. Write down nothing else of it.',
    )
  return workforce === 'child' || workforce === 'child-and-adult' || level === 'basic'
    ? allowed
    : missing('The certificate is not for work with children.', 'Ask for one whose workforce is “Children”.')
}

const recheckInTime: Guard<VettingFacts> = ({ kind, validUntil, latestRecheck }) => {
  if (kind !== 'dbs-check') return allowed
  if (!validUntil) return missing('A DBS check needs the last day before a recheck is due.', 'Fill in “Valid until”.')
  return validUntil <= latestRecheck
    ? allowed
    : missing(
        `By the charity’s own rule this check is due again by ${speakDate(latestRecheck)}.`,
        'Choose a day up to then, or leave it empty.',
      )
}

const datesInOrder: Guard<VettingFacts> = ({ takenOn, validUntil }, { now }) => {
  if (takenOn > londonDate(now)) return missing('This is dated in the future.', 'Record it once it has happened.')
  return validUntil && validUntil < takenOn
    ? missing('“Valid until” is before the day itself.', 'Check both dates.')
    : allowed
}

const tellTheAreasAbove: Effect<VettingFacts> = ({ work, facts }) =>
  emit({ work, event: vettingChanged({ volunteerId: facts.volunteerId }) })

/**
 * A vetting record holds until it is withdrawn; it is never edited, so that what stood behind a gate on a day can
 * always be shown.
 */
export const vettingWorkflow = defineWorkflow<VettingFacts, 'standing' | 'withdrawn'>('vetting-records', {
  noun: 'vetting record',
  states: { standing: 'Standing', withdrawn: 'Withdrawn' },
  initial: 'standing',
  // What follows from it locks the volunteer, before anything is asked again.
  locks: [],
  facts: async ({ work, record }) => {
    const { query, actor } = work
    const [volunteer] = await query<{ user_id: string | null }>('select user_id from volunteers where id = $1', [
      record.volunteer,
    ])
    const { recheckMonths } = await readVolunteerSettings({ query })
    const takenOn = textOf(record.takenOn)
    const holder = textOf(record.seenBy) || (actor.kind === 'person' ? actor.userId : '')
    return {
      volunteerId: String(record.volunteer),
      ownUserId: volunteer?.user_id ?? null,
      kind: String(record.kind),
      takenOn,
      validUntil: textOf(record.validUntil) || null,
      latestRecheck: takenOn ? monthsAfter({ date: takenOn, months: recheckMonths }) : '',
      isWhole: Object.keys(INDUCTION_LIST).every((item) => record[item] === true),
      dbs: {
        scheme: textOf(record.scheme),
        number: textOf(record.certificateNumber),
        workforce: textOf(record.workforce),
        level: textOf(record.level),
      },
      heldByCommittee: holder !== '' && (await committeeAmong({ query, userIds: [holder], on: takenOn })).length > 0,
    }
  },
  create: {
    label: 'Record',
    completes: async ({ query, record }) => {
      const takenOn = textOf(record.takenOn)
      if (record.kind !== 'dbs-check') return {}
      return {
        scheme: 'dbs',
        ...(isCalendarDate(takenOn)
          ? {
              validUntil: monthsAfter({
                date: takenOn,
                months: (await readVolunteerSettings({ query })).recheckMonths,
              }),
            }
          : {}),
      }
    },
    by: [caseworker],
    guards: [notOneself, datesInOrder, heldByCommittee, wholeInduction, certificateDescribed, recheckInTime],
    set: ({ actor, input }) => (actor.kind === 'person' && !input.seenBy ? { seenBy: actor.userId } : {}),
    effects: [tellTheAreasAbove],
  },
  editable: {},
  transitions: {
    withdraw: {
      label: 'Withdraw this record',
      from: ['standing'],
      to: 'withdrawn',
      by: [caseworker],
      guards: [notOneself],
      input: z.object({
        reason: REASON.asked('Say why it is withdrawn.').meta({ title: 'Why it is withdrawn' }),
      }),
      set: ({ input }) => ({ withdrawnReason: input.reason }),
      grave: true,
      effects: [tellTheAreasAbove],
    },
  },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const missing = (reason: string, nextStep: string): Decision => refused({ rule: 'VOL-6', reason, nextStep })
