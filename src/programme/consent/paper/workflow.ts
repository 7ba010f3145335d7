import { z } from 'zod'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { rowAt } from '../../../core/database/query.ts'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { defineWorkflow, type Effect, type RecordData } from '../../../core/workflow/workflow.ts'
import { CONSENT } from '../fields.ts'
import { answersIn } from './captureFields.ts'
import { decides } from '../asking/deciders.ts'
import { tellOfNoes } from '../messages.ts'
import { keepUnderLink } from '../asking/keepUnderLink.ts'
import { wordingInForce } from '../wording/wordingInForce.ts'
import {
  caseworker,
  theirParent,
  asOnRecord,
  saidResponsible,
  saidSomething,
  notAhead,
  decidesAtThisAge,
  secondPerson,
  type CaptureFacts,
} from './rules.ts'

const storeNoes: Effect<CaptureFacts> = ({ work, record, facts }) => store({ work, record, facts, answer: 'no' })

const tellThoseWhoMeet: Effect<CaptureFacts> = ({ work, record, facts }) =>
  tellOfNoes({ work, record, answers: facts.answers })

const storeYeses: Effect<CaptureFacts> = ({ work, record, facts }) => store({ work, record, facts, answer: 'yes' })

/**
 * Each answer becomes a final row of its own. What the parent has said of a point since this was entered stands: a late
 * confirmation does not undo it [CON-4].
 */
const store = async ({
  work,
  record,
  facts,
  answer,
}: {
  work: Work
  record: RecordData
  facts: CaptureFacts
  answer: 'yes' | 'no'
}): Promise<void> => {
  const said = await work.query<{ item: string }>(
    'select distinct item::text as item from consents where child_id = $1 and guardian_id = $2 and decided_on >= $3 and created_at > $4 and capture_id is distinct from $5',
    [facts.childId, facts.guardianId, facts.decidedOn, record.createdAt, record.id ?? null],
  )
  const since = new Set(said.map(({ item }) => item))
  await asSystem(work, { reason: 'what a parent said on paper or by telephone' }).createMany({
    collection: 'consents',
    records: Object.entries(facts.answers)
      .filter(([item, given]) => given === answer && !since.has(item))
      .map(([item]) => ({
        child: facts.childId,
        guardian: facts.guardianId,
        item,
        answer,
        decidedOn: facts.decidedOn,
        method: record.method,
        capture: record.id,
        wordingVersion: record.wordingVersion,
        wordingDigest: record.wordingDigest,
      })),
  })
}

/** Entered by one of ours, confirmed by another; then it never changes. */
export const captureWorkflow = defineWorkflow<CaptureFacts, 'entered' | 'confirmed' | 'refused'>('consent-captures', {
  noun: 'consent on paper or by telephone',
  states: { entered: 'Waits for a second person', confirmed: 'Confirmed', refused: 'Not confirmed' },
  initial: 'entered',
  locks: [{ field: 'child', collection: 'children' }],
  facts: async ({ work, record }) => {
    const rows = await work.query<{
      may: boolean
      forCouncil: boolean
      inCare: boolean
      themselves: boolean
      language: string | null
      bornOn: CalendarDate | null
    }>(
      `select ${decides({ guardian: '$1', child: '$2' })} as may, exists (select from guardians where id = $1 and themselves_id is not null) as themselves, (select form_language::text from guardians where id = $1) as language, exists (select from guardians where id = $1 and for_council) as "forCouncil", exists (select from children where id = $2 and in_care) as "inCare", (select born_on from children where id = $2) as "bornOn"`,
      [record.guardian, record.child],
    )
    const row = rowAt({ rows, place: 0 })
    return {
      childId: String(record.child),
      guardianId: String(record.guardian),
      mayDecide: row.may,
      forCouncil: row.forCouncil,
      childInCare: row.inCare,
      relationship: String(record.signedRelationship ?? ''),
      childBornOn: row.bornOn,
      themselves: row.themselves,
      answers: answersIn(record),
      enteredBy: typeof record.enteredBy === 'string' ? record.enteredBy : null,
      decidedOn: String(record.decidedOn ?? ''),
      saysResponsible: record.saysResponsible === true,
      wording: (
        await wordingInForce({
          query: work.query,
          reader: { themselves: row.themselves, language: row.language },
        })
      ).wording,
    }
  },
  create: {
    label: 'Record what was said',
    by: [caseworker],
    guards: [theirParent, saidSomething, saidResponsible, asOnRecord, notAhead, decidesAtThisAge],
    set: ({ actor, facts }) => ({
      enteredBy: actor.kind === 'person' ? actor.userId : null,
      wording: facts.wording.text,
      wordingDigest: facts.wording.digest,
      wordingVersion: facts.wording.versionId,
      wordingLanguage: facts.wording.language ?? null,
    }),
    effects: [storeNoes, tellThoseWhoMeet],
  },
  editable: {},
  transitions: {
    confirm: {
      label: 'Confirm',
      from: ['entered'],
      to: 'confirmed',
      by: [caseworker],
      guards: [secondPerson, theirParent, decidesAtThisAge],
      set: ({ actor, now }) => ({
        confirmedBy: actor.kind === 'person' ? actor.userId : null,
        confirmedAt: now.toISOString(),
      }),
      effects: [storeYeses, keepUnderLink],
    },
    refuse: {
      label: 'Do not confirm',
      from: ['entered'],
      to: 'refused',
      by: [caseworker],
      guards: [],
      input: z.object({
        reason: CONSENT.captured.asked('Say why.'),
      }),
      set: ({ input }) => ({ refusedReason: input.reason }),
      grave: true,
    },
  },
})
