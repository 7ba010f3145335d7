import { randomUUID } from 'node:crypto'
import { insertRows } from '../../src/core/database/insertRows.ts'
import type { Query } from '../../src/core/database/query.ts'
import { textDigest } from '../../src/programme/policies/versions/textDigest.ts'
import { aMatchedPair } from './people.ts'

type Given = { query: Query }

const stamp = { created_at: '2025-09-01T09:00:00Z', updated_at: '2025-09-01T09:00:00Z', row_version: 1 }

/** A text of the panel's editor: one paragraph a line. */
export const richText = (...lines: string[]): Record<string, unknown> => ({
  root: {
    type: 'root',
    version: 1,
    children: lines.map((text) => ({
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, format: 0, text }],
    })),
  },
})

/** A document without any version; the one of its kind when it is there already. */
export const aPolicy = async ({
  query,
  kind = 'mentoring-policy',
  title = 'Mentoring policy',
  mustBeAccepted = true,
}: Given & { kind?: string; title?: string; mustBeAccepted?: boolean }): Promise<string> => {
  const [found] = await query<{ id: string }>('select id from policies where kind::text = $1', [kind])
  if (found) return found.id
  const id = randomUUID()
  await insertRows({
    query,
    collection: 'policies',
    rows: [{ id, kind, title, must_be_accepted: mustBeAccepted, ...stamp }],
  })
  return id
}

type VersionGiven = Given & {
  policyId: string
  number?: string
  text?: unknown
  changes?: string
  status?: 'draft' | 'proposed' | 'adopted' | 'superseded'
  adoptedOn?: string
  graceUntil?: string | null
  authorId?: string
}

/** One version of a document, adopted in September 2025 unless told. What was adopted before it is superseded. */
export const aVersion = async ({
  query,
  policyId,
  number = '1.0',
  text = richText('Be kind.'),
  changes = 'The first version.',
  status = 'adopted',
  adoptedOn = '2025-09-10',
  graceUntil = '2025-09-24',
  authorId,
}: VersionGiven): Promise<string> => {
  const id = randomUUID()
  if (status === 'adopted')
    await query("update policy_versions set status = 'superseded' where policy_id = $1 and status = 'adopted'", [
      policyId,
    ])
  const adopted =
    status === 'adopted' || status === 'superseded'
      ? {
          adopted_on: adoptedOn,
          grace_until: graceUntil,
          adopted_by: 'The invented volunteers',
          signed_by: 'Casey Standin',
        }
      : {}
  await insertRows({
    query,
    collection: 'policy-versions',
    rows: [{ id, policy_id: policyId, number, text, changes, status, author_id: authorId, ...adopted, ...stamp }],
  })
  return id
}

/** A person's acceptance of a version, as it was on a day. */
export const anAcceptance = async ({
  query,
  versionId,
  userId,
  on = '2025-09-12',
  typedName = 'Harper Sample',
}: Given & { versionId: string; userId: string; on?: string; typedName?: string }): Promise<void> => {
  const [version] = await query<{ text: unknown }>('select text from policy_versions where id = $1', [versionId])
  await insertRows({
    query,
    collection: 'policy-acceptances',
    rows: [
      {
        id: randomUUID(),
        version_id: versionId,
        user_id: userId,
        typed_name: typedName,
        text_digest: textDigest(version?.text),
        accepted_at: `${on}T12:00:00Z`,
        status: 'accepted',
        ...stamp,
      },
    ],
  })
}

/** The confidentiality agreement, adopted, and accepted by these people. */
export const confidentialityAgreedBy = async ({
  query,
  userIds,
}: Given & { userIds: readonly string[] }): Promise<{ policyId: string; versionId: string }> => {
  const policyId = await aPolicy({ query, kind: 'confidentiality-agreement', title: 'Confidentiality agreement' })
  const [adopted] = await query<{ id: string }>(
    "select id from policy_versions where policy_id = $1 and status = 'adopted'",
    [policyId],
  )
  const versionId = adopted?.id ?? (await aVersion({ query, policyId, text: richText('What I learn stays here.') }))
  for (const userId of userIds) await anAcceptance({ query, versionId, userId })
  return { policyId, versionId }
}

/**
 * The same pair as `aMatchedPair` gives, whose volunteer may know the parents: they accepted a confidentiality
 * agreement, which is asked of nobody else [MAT-7].
 */
export const aPairThatMayAgree = async ({ query }: Given): Promise<Awaited<ReturnType<typeof aMatchedPair>>> => {
  const pair = await aMatchedPair({ query })
  await aPolicy({ query, kind: 'confidentiality-agreement', title: 'Confidentiality agreement', mustBeAccepted: false })
  await confidentialityAgreedBy({ query, userIds: [pair.volunteer.userId] })
  return pair
}
