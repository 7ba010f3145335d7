import { asSystem } from '../../core/access/localApi.ts'
import type { Work } from '../../core/access/work.ts'
import { differences } from '../../core/audit/differences.ts'
import { recordEvent } from '../../core/audit/record.ts'
import { emit } from '../../core/workflow/events.ts'
import { performAction } from '../../core/workflow/perform.ts'
import type { Effect } from '../../core/workflow/workflow.ts'
import { consentRequestWorkflow } from '../consent/asking/workflow.ts'
import { joinedWords, requestsToRetire, takenOver, type MergeFacts, type Side } from './rules.ts'
import { consentChanged } from '../people/events.ts'

type Given = { work: Work; keep: Side; leave: Side }

/**
 * Joins the two records, in the transaction in which that was decided: of two live consent requests to one parent one
 * is taken back, what is written at length is put together, the kept record takes over what it lacked, the other goes
 * to its family, and then the database itself moves everything that belonged to the other record and closes it. Nothing
 * is removed but a family that holds nobody any more. The audit names both records.
 */
export const carryOut: Effect<MergeFacts> = async ({ work, record, facts: { keep, leave } }) => {
  if (!keep || !leave) throw new Error('Joining needs two records.')
  const given = { work, keep, leave }
  await retireRequests(given)
  await putWordsTogether(given)
  await takeOver(given)
  await goToFamily(given)
  await work.query('select carry_out_child_merge($1)', [record.id])
  const moved = await work.query<{ place: string; records: number }>(
    'select table_name as place, count(*)::float8 as records from child_merge_moves where merge_id = $1 group by table_name order by table_name',
    [record.id],
  )
  const detail = {
    merge: record.id,
    kept: keep.id,
    joined: leave.id,
    moved: Object.fromEntries(moved.map(({ place, records }) => [place, records])),
  }
  for (const { id } of [keep, leave])
    await recordEvent({ work, event: { action: 'join', collection: 'children', recordId: id, detail } })
  await emit({ work, event: consentChanged({ childId: keep.id }) })
}

const retireRequests = async ({ work, keep, leave }: Given): Promise<void> => {
  for (const id of requestsToRetire({ keep, leave }))
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'two records of one child are joined' } },
      workflow: consentRequestWorkflow,
      id,
      action: 'retire',
      input: {},
    })
}

const putWordsTogether = async ({ work, keep, leave }: Given): Promise<void> => {
  const written = joinedWords({ keep, leave })
  for (const { collection, id } of [...new Map(written.map((one) => [one.id, one])).values()])
    await asSystem(work, { reason: 'two records of one child are joined' }).update({
      collection,
      id,
      data: Object.fromEntries(written.filter((one) => one.id === id).map(({ field, words }) => [field, words])),
    })
}

/**
 * By a statement and not by the door: what is taken over was stored before, and is no new child to be compared with all
 * others.
 */
const takeOver = async ({ work, keep, leave }: Given): Promise<void> => {
  const taken = takenOver({ keep, leave })
  if (Object.keys(taken).length === 0) return
  const after = { ...keep, ...taken }
  await work.query(
    'update children set known_as = $2, born_on = $3, school = $4, held_in_year = $5, held_in_year_on = $6, support_level_id = $7, row_version = row_version + 1, updated_at = $8 where id = $1',
    [
      keep.id,
      after.knownAs,
      after.bornOn,
      after.school,
      after.heldInYear,
      after.heldInYearOn,
      after.supportLevelId,
      work.now.toISOString(),
    ],
  )
  if (taken.stages)
    await work.query(
      'insert into children_stages ("order", parent_id, value) select s."order", $1, s.value from children_stages s where s.parent_id = $2',
      [keep.id, leave.id],
    )
  await recordEvent({
    work,
    event: {
      action: 'change',
      collection: 'children',
      recordId: keep.id,
      detail: differences({ before: asRecord(keep), after: asRecord(after) }),
    },
  })
}

/**
 * Both records stand in the family of the one that is kept. A family that held nothing but the other is taken away,
 * since it would be offered on every form for ever; its name stays in the audit.
 */
const goToFamily = async ({ work, keep, leave }: Given): Promise<void> => {
  if (keep.familyId === leave.familyId) return
  await work.query('update children set family_id = $2, row_version = row_version + 1, updated_at = $3 where id = $1', [
    leave.id,
    keep.familyId,
    work.now.toISOString(),
  ])
  await recordEvent({
    work,
    event: {
      action: 'change',
      collection: 'children',
      recordId: leave.id,
      detail: differences({ before: { family: leave.familyId }, after: { family: keep.familyId } }),
    },
  })
  // Whoever is just adding somebody to it goes first, and is then seen.
  await work.query('select from families where id = $1 for update', [leave.familyId])
  const [emptied] = await work.query<{ name: string }>(
    `delete from families f where f.id = $1 and coalesce(f.home_address, '') = '' and not exists (select from guardians g where g.family_id = f.id) and not exists (select from children c where c.family_id = f.id) returning f.name`,
    [leave.familyId],
  )
  if (emptied)
    await recordEvent({
      work,
      event: {
        action: 'delete',
        collection: 'families',
        recordId: leave.familyId,
        detail: differences({ before: { name: emptied.name }, after: {} }),
      },
    })
}

/** The fields as the audit knows them from every other change of a child. */
const asRecord = ({
  knownAs,
  bornOn,
  school,
  heldInYear,
  heldInYearOn,
  supportLevelId,
  stages,
}: Side): Record<string, unknown> => ({
  knownAs,
  bornOn,
  school,
  heldInYear,
  heldInYearOn,
  supportLevel: supportLevelId,
  stages: [...stages],
})
