import { z } from 'zod'
import { rowAt } from '../../../core/database/query.ts'
import { linkDigest } from '../../../core/access/linkTokens.ts'
import { emailAsked } from '../../../core/fields/emailAddress.ts'
import { defineWorkflow, type Effect } from '../../../core/workflow/workflow.ts'
import { REFERRAL } from '../fields.ts'
import { askForView, tellOfView } from '../messages.ts'
import { viewToken } from '../incoming/trackLinks.ts'
import { keepWords } from '../incoming/words.ts'
import { caseworker, stillToDecide, heldByLink, notRunOut, type ViewFacts } from './rules.ts'

/** How long a view can be given by its link, in days. */
export const VIEW_LINK_DAYS = 21

const issueLink: Effect<ViewFacts> = async ({ work, record }) => {
  const id = String(record.id)
  await work.query('update view_requests set link_digest = $2 where id = $1', [
    id,
    linkDigest(viewToken({ payload: work.req.payload, id, email: String(record.email) })),
  ])
}

const keepView: Effect<ViewFacts> = ({ work, record, input }) =>
  keepWords({
    work,
    kind: 'view',
    about: String(record.question),
    text: String(input.view),
    saidBy: String(record.name),
    referral: String(record.referral),
  })

/** A view is asked for, answered once, and then stands with the referral [ELG-9]. */
export const viewWorkflow = defineWorkflow<ViewFacts, 'open' | 'answered' | 'cancelled'>('view-requests', {
  noun: 'view',
  states: { open: 'Waiting for an answer', answered: 'Answered', cancelled: 'Taken back' },
  initial: 'open',
  locks: [],
  facts: async ({ work, record }) => {
    const rows = await work.query<{ open: boolean }>(
      "select exists (select from referrals where id = $1 and status in ('received', 'more-asked')) as open",
      [record.referral],
    )
    return {
      id: String(record.id ?? ''),
      endsAt: record.endsAt ? new Date(String(record.endsAt)) : null,
      referralIsOpen: rowAt({ rows, place: 0 }).open,
    }
  },
  create: {
    label: 'Ask for a view',
    by: [caseworker],
    guards: [stillToDecide],
    set: ({ actor, now }) => ({
      askedBy: actor.kind === 'person' ? actor.userId : null,
      endsAt: new Date(now.getTime() + VIEW_LINK_DAYS * 24 * 60 * 60_000).toISOString(),
    }),
    effects: [issueLink, askForView],
  },
  editable: {},
  transitions: {
    answer: {
      label: 'Send my view',
      from: ['open'],
      to: 'answered',
      by: [heldByLink],
      guards: [notRunOut, stillToDecide],
      input: z.object({
        view: REFERRAL.words.asked('Write your view.'),
      }),
      set: ({ now }) => ({ answeredAt: now.toISOString() }),
      effects: [keepView, tellOfView],
    },
    correctAddress: {
      label: 'Correct the address and send again',
      correctsAddress: true,
      from: ['open'],
      to: 'open',
      by: [caseworker],
      guards: [stillToDecide],
      input: z.object({
        email: emailAsked().meta({ title: 'Email address of the person who is asked', oneLine: true }),
      }),
      set: ({ input, now }) => ({
        email: input.email,
        endsAt: new Date(now.getTime() + VIEW_LINK_DAYS * 24 * 60 * 60_000).toISOString(),
      }),
      effects: [issueLink, askForView],
    },
    cancel: { label: 'Take it back', from: ['open'], to: 'cancelled', by: [caseworker], guards: [], grave: true },
  },
})
