import type { Actor } from '../../../core/access/actor.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { sameValue } from '../../../core/audit/differences.ts'
import { recordReadsOfRefusal } from '../../../core/audit/record.ts'
import { speakDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { allowed, firstRefusal, refused, type Decision } from '../../../core/errors/refusal.ts'
import { mayBeSameChild, type Identity } from './likeness.ts'
import { isCaseworker, isCommittee } from '../roles.ts'

/** A child on record who may be the one being entered. */
export type LikeChild = { id: string; name: string; knownAs: string | null; bornOn: CalendarDate | null }

/** Who picks a child's stages: the committee. The years guide and refuse nobody [STG-1]. */
const mayPickStages = ({ actor, before, after }: { actor: Actor; before: unknown; after: unknown }): Decision =>
  sameValue(before, after) || actor.kind === 'system' || isCommittee(actor)
    ? allowed
    : refused({
        rule: 'STG-1',
        reason: 'The committee picks the stage of a child.',
        nextStep: 'Leave the stage as it is and ask a committee member.',
      })

/**
 * Nobody is entered twice: whoever is like a child on record is another child only once somebody has said why
 * [SAME-CHILD]. Names are told to those alone who may read every child.
 */
export const isNobodyElse = ({
  actor,
  alike,
  because,
}: {
  actor: Actor
  alike: readonly LikeChild[]
  because: unknown
}): Decision =>
  alike.length === 0 || (typeof because === 'string' && because.trim())
    ? allowed
    : refused({
        rule: 'SAME-CHILD',
        reason: `This may be a child whom we know already${isCaseworker(actor) ? `: ${namedAmong(alike).map(inWords).join('; ')}` : ''}. Nothing was stored.`,
        nextStep: isCaseworker(actor)
          ? 'If it is, use that child’s record. If it is another child, write how they differ under “Why this is another child” and send it again.'
          : 'Ask the co-ordinator or a committee member, who can see whether it is the same child.',
        field: 'anotherChildBecause',
      })

/** A record that was joined to another stays as it was [SAME-CHILD]. */
const isNotJoined = ({ keptName }: { keptName: string | null }): Decision =>
  keptName === null
    ? allowed
    : refused({
        rule: 'SAME-CHILD',
        reason: `This record was joined to that of ${keptName} and stays as it was.`,
        nextStep: `Open the record of ${keptName} instead.`,
      })

/**
 * What is asked before a child's record is stored, whatever the door. Where no person acts, nobody could answer whether
 * it is the same child.
 */
export const mayStoreChild: StoringRule = async ({ work, before, after }) => {
  const { actor, query } = work
  const alike =
    actor.kind === 'person'
      ? await newlyLike({
          query,
          before: before.id ? identityOf(before) : undefined,
          after: identityOf(after),
          id: before.id ?? null,
        })
      : []
  // An answer was about those who were like the child then; whoever is like them only now is asked about anew.
  const because =
    before.id && sameValue(before.anotherChildBecause, after.anotherChildBecause)
      ? undefined
      : after.anotherChildBecause
  const [kept] = before.mergedInto
    ? await query<{ name: string }>('select name from children where id = $1', [before.mergedInto])
    : []
  const decision = firstRefusal([
    isNotJoined({ keptName: kept?.name ?? null }),
    mayPickStages({ actor, before: before.stages, after: after.stages }),
    isNobodyElse({ actor, alike, because }),
  ])
  if (!decision.allowed && decision.rule === 'SAME-CHILD' && isCaseworker(actor))
    await recordReadsOfRefusal({ work, collection: 'children', ids: namedAmong(alike).map(({ id }) => id) })
  return decision
}

/** As many as a refusal names. */
const namedAmong = (alike: readonly LikeChild[]): readonly LikeChild[] => alike.slice(0, 3)

type Change = { query: Query; before: Identity | undefined; after: Identity; id: string | null }

/** The children on record who are like this one after the change and were not before it. */
const newlyLike = async ({ query, before, after, id }: Change): Promise<LikeChild[]> => {
  if (before && sameValue(before, after)) return []
  // Two people who enter one child at the same moment: the second waits, and then finds what the first has stored.
  await query("select pg_advisory_xact_lock(hashtext('who is entered as a child'))")
  const known = await query<LikeChild>(
    'select id, name, known_as as "knownAs", born_on as "bornOn" from children where id::text is distinct from $1 and merged_into_id is null order by name, id',
    [id],
  )
  return known.filter((other) => mayBeSameChild(after, other) && !(before && mayBeSameChild(before, other)))
}

const identityOf = ({ name, knownAs, bornOn }: Record<string, unknown>): Identity => ({
  name: String(name ?? ''),
  knownAs: textOf(knownAs),
  bornOn: textOf(bornOn),
})

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const inWords = ({ name, bornOn }: LikeChild): string =>
  `${name}, ${bornOn ? `born ${speakDate(bornOn)}` : 'date of birth not known'}`
