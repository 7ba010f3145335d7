import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import type { Query } from '../../../core/database/query.ts'
import { richTextOf } from '../../../core/richText/plainText.ts'
import { STARTING_SET } from './index.ts'

/**
 * Puts a draft of each document of the starting set where the programme has no document of that kind, in one
 * transaction; what is there is left alone. Only ever because somebody asked for it. Whoever asked counts as one of its
 * writers, so another adopts it. Needs a transaction. Gives the titles of what was added.
 */
export const loadStartingSet = async (work: Work): Promise<string[]> => {
  const door = asSystem(work, { reason: 'somebody asked for the texts to start from' })
  const added: string[] = []
  // Whoever asks for it at the same moment waits, and then finds everything there.
  await work.query('select pg_advisory_xact_lock(hashtext($1))', ['policies.starting-set'])
  for (const { kind, title, mustBeAccepted, text } of STARTING_SET) {
    const [there] = await work.query('select 1 from policies where kind::text = $1', [kind])
    if (there) continue
    const policy = await door.create({ collection: 'policies', data: { kind, title, mustBeAccepted } })
    await door.create({
      collection: 'policy-versions',
      data: {
        policy: policy.id,
        number: '1.0',
        text: richTextOf(text),
        changes: 'The first version: a text to start from.',
      },
    })
    added.push(title)
  }
  if (added.length > 0)
    await recordEvent({
      work,
      event: { action: 'load-starting-set', collection: 'policies', recordId: null, detail: { added } },
    })
  return added
}

/**
 * Whether the programme has a document of each kind that the starting set has, so that putting the set there would add
 * nothing.
 */
export const hasAllOfStartingSet = async ({ query }: { query: Query }): Promise<boolean> => {
  const there = await query<{ kind: string }>('select kind::text as kind from policies')
  return STARTING_SET.every(({ kind }) => there.some((document) => document.kind === kind))
}
