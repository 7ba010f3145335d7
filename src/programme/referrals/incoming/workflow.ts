import { z } from 'zod'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { rowAt } from '../../../core/database/query.ts'
import { linkDigest } from '../../../core/access/linkTokens.ts'
import { emailAsked } from '../../../core/fields/emailAddress.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { defineWorkflow, type Effect, type RecordData } from '../../../core/workflow/workflow.ts'
import { CHILD } from '../../people/children/fields.ts'
import { FAMILY_NAME } from '../../people/families/fields.ts'
import { REFERRAL } from '../fields.ts'
import { confirmReceipt, tellOfAddition, tellOfArrival, tellOfEnd } from '../messages.ts'
import { trackToken } from './trackLinks.ts'
import { keepWords } from './words.ts'
import { byPublicForm, caseworker, referrerByLink, stillOpen, type IncomingFacts } from './rules.ts'

/** The track page's link is known again by its digest. */
const issueTrackLink: Effect<IncomingFacts> = async ({ work, record }) => {
  const id = String(record.id)
  await work.query('update incoming_referrals set link_digest = $2 where id = $1', [
    id,
    linkDigest(trackToken({ payload: work.req.payload, id, email: String(record.referrerEmail) })),
  ])
}

/**
 * What the committee decides on: a referral of that child, entered by nobody of ours, so that nobody of ours is its
 * proposer [ORG-1].
 */
const openReferral = async ({
  work,
  record,
  child,
}: Parameters<Effect<IncomingFacts>>[0] & { child: string }): Promise<void> => {
  await asSystem(work, { reason: 'a referral from outside was linked' }).create({
    collection: 'referrals',
    data: {
      child,
      incoming: record.id,
      receivedOn: londonDate(new Date(String(record.receivedAt))),
      source: record.source,
      referrerName: record.referrerName,
      mainReason: record.mainReason,
    },
  })
}

const openReferralOfChosen: Effect<IncomingFacts> = (given) =>
  openReferral({ ...given, child: String(given.input.child) })

const openReferralOfNewChild: Effect<IncomingFacts> = async (given) => {
  const { work, record } = given
  const door = asSystem(work, { reason: 'a child was put on record from a referral' })
  const family = await door.create({
    collection: 'families',
    data: { name: `Family of ${String(record.childName)}`.slice(0, FAMILY_NAME.longest) },
  })
  const child = await door.create({
    collection: 'children',
    data: {
      name: record.childName,
      bornOn: record.childBornOn ?? null,
      family: family.id,
      anotherChildBecause: given.input.anotherChildBecause,
    },
  })
  await work.query('update incoming_referrals set child_id = $2 where id = $1', [record.id, child.id])
  await openReferral({ ...given, child: child.id })
}

const linkedBy = ({ actor }: { actor: { kind: string; userId?: string } }) => ({
  linkedBy: actor.kind === 'person' ? actor.userId : null,
})

const incomingFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<IncomingFacts> => {
  const rows = await work.query<{ decided: boolean }>(
    "select exists (select from referrals where incoming_id = $1 and status not in ('received', 'more-asked')) as decided",
    [record.id ?? null],
  )
  return {
    id: String(record.id ?? ''),
    isOpen: record.status !== 'set-aside' && !rowAt({ rows, place: 0 }).decided,
  }
}

const keepAddition: Effect<IncomingFacts> = async ({ work, record, input }) => {
  const [referral] = await work.query<{ id: string }>('select id from referrals where incoming_id = $1 limit 1', [
    record.id,
  ])
  await keepWords({
    work,
    kind: 'answered',
    about: 'Added by the referrer',
    text: String(input.added),
    saidBy: String(record.referrerName),
    incoming: String(record.id),
    referral: referral?.id,
  })
}

const tellsOfAddition: Effect<IncomingFacts> = ({ work, record }) => tellOfAddition({ work, record })

/** What a referrer remembers, or what has changed, until it is decided; what they wrote before stays as it is. */
const add = {
  label: 'Send what I add',
  by: [referrerByLink],
  guards: [stillOpen],
  input: z.object({ added: REFERRAL.words.asked('Write what you want to add.') }),
  effects: [keepAddition, tellsOfAddition],
}

/** The referrer is reached elsewhere: what went to the address before opens nothing any more [CON-10]. */
const correctAddress = {
  label: 'Correct the referrer’s address and send again',
  correctsAddress: true,
  by: [caseworker],
  guards: [],
  input: z.object({ email: emailAsked().meta({ title: 'Email address of the referrer', oneLine: true }) }),
  set: ({ input }: { input: Record<string, unknown> }) => ({ referrerEmail: input.email }),
  effects: [issueTrackLink, confirmReceipt],
}

/**
 * A referral from outside waits until somebody says which child it is about; from then on the committee decides [ELG-2,
 * ELG-3].
 */
export const incomingWorkflow = defineWorkflow<IncomingFacts, 'to-link' | 'linked' | 'set-aside'>(
  'incoming-referrals',
  {
    noun: 'referral from outside',
    states: { 'to-link': 'To link to a child', linked: 'Linked', 'set-aside': 'Set aside' },
    initial: 'to-link',
    locks: [],
    facts: incomingFacts,
    create: { label: 'Send', by: [byPublicForm], guards: [], effects: [issueTrackLink, confirmReceipt, tellOfArrival] },
    editable: {},
    transitions: {
      link: {
        label: 'Link to a child on record',
        from: ['to-link'],
        to: 'linked',
        by: [caseworker],
        guards: [],
        input: z.object({ child: z.uuid('Choose the child.').meta({ title: 'The child', isRecord: true }) }),
        set: ({ actor, input }) => ({ ...linkedBy({ actor }), child: input.child }),
        effects: [openReferralOfChosen],
      },
      linkToNewChild: {
        label: 'Put this child on record',
        from: ['to-link'],
        to: 'linked',
        by: [caseworker],
        guards: [],
        input: z.object({
          anotherChildBecause: CHILD.anotherChildBecause.ifAny().meta({
            title: 'Why this is another child',
            description: 'Only where a child with a like name and date of birth is on record: how this one differs.',
          }),
        }),
        set: ({ actor }) => linkedBy({ actor }),
        effects: [openReferralOfNewChild],
      },
      setAside: {
        label: 'Set aside',
        from: ['to-link'],
        to: 'set-aside',
        by: [caseworker],
        guards: [],
        input: z.object({
          reason: REFERRAL.decisionReason.asked('Say why it is set aside.').meta({
            title: 'Say why it is set aside',
            description: 'For example: sent twice, or no referral at all. The referrer is told only that it is closed.',
          }),
        }),
        set: ({ actor, input }) => ({ ...linkedBy({ actor }), setAsideReason: input.reason }),
        effects: [tellOfEnd],
        grave: true,
      },
      add: { ...add, from: ['to-link'], to: 'to-link' },
      addToLinked: { ...add, from: ['linked'], to: 'linked' },
      correctAddress: { ...correctAddress, from: ['to-link'], to: 'to-link' },
      correctAddressOfLinked: { ...correctAddress, from: ['linked'], to: 'linked' },
    },
  },
)
