import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { linkDigest } from '../access/linkTokens.ts'
import type { Query } from '../database/query.ts'
import { httpProblem } from '../http/httpProblem.ts'

/** One answer: what was typed or chosen, empty where it was left out, `null` for "I do not know". */
export type Answer = string | readonly string[] | null

/** The answers of a form by the names of their fields. A name that is missing was not asked yet. */
export type Answers = Readonly<Record<string, Answer>>

/** What is kept once a form is sent, for its last page: a reference, a date. Never what a person wrote. */
export type DraftOutcome = Readonly<Record<string, string>>

/** A form that somebody has begun, or has just sent. `by` is how this browser holds it. */
export type Draft = {
  id: string
  form: string
  answers: Answers
  linkNumber: number
  email: string | null
  outcome: DraftOutcome | null
  isSent: boolean
  by: 'browser' | 'link'
}

/** How long a form can be gone on with after the last page that was saved, in days. */
export const DRAFT_DAYS = 14

/** The most that the answers of one form may take up, in bytes. */
const MOST_BYTES = 60_000

/** Begins a form, and gives the secret for the browser's cookie; only its digest is kept. */
export const beginDraft = async ({
  query,
  form,
  answers,
  now,
}: {
  query: Query
  form: string
  answers: Answers
  now: Date
}): Promise<{ token: string }> => {
  const token = randomBytes(32).toString('base64url')
  const given = JSON.stringify(answers)
  if (Buffer.byteLength(given) > MOST_BYTES) throw tooMuch()
  await query(
    'insert into form_drafts (id, form, digest, link_number, answers, ends_at, created_at, updated_at) values ($1, $2, $3, 0, $4::jsonb, $5, $6, $6)',
    [randomUUID(), form, linkDigest(token), given, endOf(now), now.toISOString()],
  )
  return { token }
}

/**
 * The form that a secret opens, as long as its time is not over; undefined for every other reason alike. Changes
 * nothing.
 */
export const draftByToken = async ({
  query,
  form,
  token,
  now,
  lock = false,
}: {
  query: Query
  form: string
  token: string
  now: Date
  lock?: boolean
}): Promise<Draft | undefined> => {
  const [draft] = await query<Draft>(
    `select id, form, answers, link_number::float8 as "linkNumber", email, outcome, sent_at is not null as "isSent", case when digest = $2 then 'browser' else 'link' end as by
     from form_drafts where form = $1 and (digest = $2 or link_digest = $2) and $3 < ends_at ${lock ? 'for no key update' : ''}`,
    [form, linkDigest(token), now.toISOString()],
  )
  return draft
}

/**
 * Keeps the answers of a page beside those of the others. Once the form is sent nothing changes it. Throws a 413 when
 * it becomes too much.
 */
export const saveAnswers = async ({
  query,
  draft,
  answers,
  now,
}: {
  query: Query
  draft: Draft
  answers: Answers
  now: Date
}): Promise<void> => {
  const [kept] = await query<{ fits: boolean }>(
    `with wanted as (select id, answers || $2::jsonb as answers from form_drafts where id = $1 and sent_at is null for no key update),
       kept as (update form_drafts d set answers = w.answers, ends_at = $3, updated_at = $4 from wanted w where d.id = w.id and octet_length(w.answers::text) <= $5 returning d.id)
     select exists (select from kept) as fits from wanted`,
    [draft.id, JSON.stringify(answers), endOf(now), now.toISOString(), MOST_BYTES],
  )
  if (kept && !kept.fits) throw tooMuch()
}

/**
 * Marks a form as sent, forgets what was in it, and keeps for a day what its last page says: for each who holds it, by
 * the browser that began it and by the emailed link alike.
 */
export const closeDraft = async ({
  query,
  draft,
  outcome,
  now,
}: {
  query: Query
  draft: Draft
  outcome: DraftOutcome
  now: Date
}): Promise<void> => {
  await query(
    `update form_drafts set sent_at = $2, outcome = $3::jsonb, answers = '{}', email = null, ends_at = $4, updated_at = $2 where id = $1`,
    [draft.id, now.toISOString(), JSON.stringify(outcome), new Date(now.getTime() + DAY).toISOString()],
  )
}

/** Removes the forms whose time is over; for a scheduled task. */
export const pruneDrafts = async ({ query, now }: { query: Query; now: Date }): Promise<void> => {
  await query('delete from form_drafts where ends_at <= $1', [now.toISOString()])
}

/** Whoever holds a form, as the rules and the audit see them. */
export const holderOfDraft = ({ id }: Pick<Draft, 'id'>): Actor => ({ kind: 'link', holder: 'form', recordId: id })

const DAY = 24 * 60 * 60_000

const endOf = (now: Date): string => new Date(now.getTime() + DRAFT_DAYS * DAY).toISOString()

const tooMuch = (): Error =>
  httpProblem({
    status: 413,
    rule: 'INPUT',
    reason: 'That is more than this form can hold. Nothing of this page was saved.',
    nextStep: 'Make it shorter, or ring us.',
  })
