import { z } from 'zod'
import { rowAt } from '../../../core/database/query.ts'
import { asSystem } from '../../../core/access/localApi.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Effect } from '../../../core/workflow/workflow.ts'
import { DIRECTORY } from '../entries/fields.ts'
import { entryWorkflow } from '../entries/workflow.ts'
import { tellOfAnswer } from '../messages.ts'
import { whoUsesIt, caseworker, notOnesOwn, whole, saidOnce, type SuggestionFacts } from './rules.ts'

/**
 * What was suggested is done: the new place is listed, not checked yet; the old one stands as out of date until
 * somebody has checked it.
 */
const carryItOut: Effect<SuggestionFacts> = async ({ work, record }) => {
  if (record.kind === 'out-of-date') {
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'the committee agrees that it is out of date' } },
      workflow: entryWorkflow,
      id: String(record.entry),
      action: 'doubt',
      input: {},
    })
    return
  }
  const { category, organisation, phone, website, words } = record
  const entry = await asSystem(work, { reason: 'the committee takes up a suggestion' }).create({
    collection: 'directory-entries',
    data: {
      category,
      organisation,
      phone,
      website,
      cost: 'words',
      costWords: 'To be checked',
      note: `As it was suggested:\n${String(words)}`,
    },
  })
  await work.query('update directory_suggestions set entry_id = $2 where id = $1', [record.id, entry.id])
}

const answered: NonNullable<
  Parameters<typeof defineWorkflow<SuggestionFacts, 'open' | 'accepted' | 'declined'>>[1]['transitions'][string]['set']
> = ({ actor, now, input }) => ({
  answer: typeof input.answer === 'string' && input.answer !== '' ? input.answer : null,
  answeredBy: actor.kind === 'person' ? actor.userId : null,
  answeredAt: now.toISOString(),
})

/**
 * A volunteer suggests a place or says that one is out of date; the committee takes it up, or declines with a word back
 * [DIR-1].
 */
export const suggestionWorkflow = defineWorkflow<SuggestionFacts, 'open' | 'accepted' | 'declined'>(
  'directory-suggestions',
  {
    noun: 'suggestion',
    states: { open: 'Waiting for an answer', accepted: 'Taken up', declined: 'Declined' },
    initial: 'open',
    locks: [{ field: 'entry', collection: 'directory-entries' }],
    facts: async ({ work, record }) => {
      const rows = await work.query<{ entry: SuggestionFacts['entry']; own: boolean }>(
        `select coalesce((select case when e.status = 'listed' then 'listed' else 'gone' end from directory_entries e where e.id = $1), 'none') as entry,
         exists (select from directory_suggestions s where s.entry_id = $1 and s.status = 'open' and s.suggested_by_id = $2 and s.id is distinct from $3::uuid) as own`,
        [record.entry ?? null, work.actor.kind === 'person' ? work.actor.userId : null, record.id ?? null],
      )
      const row = rowAt({ rows, place: 0 })
      return {
        kind: record.kind,
        hasCategory: Boolean(record.category),
        entry: row.entry,
        hasOwnOpen: row.own,
        suggestedBy: typeof record.suggestedBy === 'string' ? record.suggestedBy : null,
      }
    },
    create: {
      label: 'Send it to the committee',
      completes: async ({ query, record }) => {
        if (record.kind !== 'out-of-date' || typeof record.entry !== 'string') return {}
        const [row] = await query<{ organisation: string }>(
          'select organisation from directory_entries where id::text = $1',
          [record.entry],
        )
        return row ?? {}
      },
      by: [whoUsesIt],
      guards: [whole, saidOnce],
      set: ({ actor }) => ({ suggestedBy: actor.kind === 'person' ? actor.userId : null }),
    },
    editable: {},
    transitions: {
      accept: {
        label: 'Take it up',
        from: ['open'],
        to: 'accepted',
        by: [caseworker],
        guards: [notOnesOwn, whole],
        input: z.object({
          answer: DIRECTORY.answer
            .ifAny()
            .meta({ title: 'A word back', description: 'Whoever suggested it reads this.' }),
        }),
        set: answered,
        effects: [carryItOut, tellOfAnswer],
      },
      decline: {
        label: 'Decline it',
        from: ['open'],
        to: 'declined',
        by: [caseworker],
        guards: [notOnesOwn],
        input: z.object({
          answer: DIRECTORY.answer
            .asked('Say why: they read it.')
            .meta({ title: 'Why not?', description: 'Whoever suggested it reads this.' }),
        }),
        set: answered,
        effects: [tellOfAnswer],
        grave: true,
      },
    },
  },
)
