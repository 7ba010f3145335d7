import { z } from 'zod'
import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { rowAt } from '../../../core/database/query.ts'
import { asSystem, asUser } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { linkDigest, linkToken } from '../../../core/access/linkTokens.ts'
import { emailAsked } from '../../../core/fields/emailAddress.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { defineWorkflow, type Effect, type RecordData, type Workflow } from '../../../core/workflow/workflow.ts'
import { keepConsentCopy } from '../copies/copies.ts'
import type { CopiedAction } from '../copies/copyFacts.ts'
import { CONSENT, signatureTyped } from '../fields.ts'
import { decides } from './deciders.ts'
import { LINK_CHECKS, type LinkCheck } from './linkChecks.ts'
import {
  sendConsentRequest,
  sendCopy,
  sendNewWords,
  takeBackRequest,
  tellOfAnswers,
  tellOfNoes,
  tellOfWithdrawal,
} from '../messages.ts'
import { isFormLanguage } from '../../people/formLanguages.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../rules.ts'
import {
  caseworker,
  committee,
  mayBeAsked,
  asOnRecord,
  hasEmail,
  onlyOneOpen,
  decidesAtThisAge,
  birthdayKnown,
  inTheirLanguage,
  offeredIn,
  asInForce,
  asAnswered,
  notRunOut,
  heldByLink,
  type ConsentRequestFacts,
} from './rules.ts'
import { wordingDigest } from '../wording/wording.ts'
import { OFFERED_LANGUAGES, wordingInForce } from '../wording/wordingInForce.ts'

/** The step by which a parent says in which language they read, by the state of the request. */
export const LANGUAGE_CHOSEN = {
  open: 'chooseLanguage',
  signed: 'chooseLanguageOfSigner',
  declined: 'chooseLanguageOfDecliner',
} as const

/** What a consent link is for. */
export const CONSENT_LINK = 'consent'

/**
 * How long a consent link can be used for the first time, in days. Once answered it stays, to see and to change what
 * was said.
 */
export const CONSENT_LINK_DAYS = 21

/** The whole text that was on the page, as we have it: never what came back from the browser. */
const wordingShown = z.string().min(1).max(40_000)

/** What was given before the form was shown, as the door knows it: never what came back from the browser. */
const checkedBy = z.enum(LINK_CHECKS).optional()

const itemAnswers = z.object(
  Object.fromEntries(
    Object.entries(CONSENT_ITEMS).map(([item, label]) => [
      item,
      z.enum(['yes', 'no'], `Choose yes or no for “${label}”.`),
    ]),
  ) as Record<ConsentItem, z.ZodEnum<{ yes: 'yes'; no: 'no' }>>,
)

const oneItem = z.enum(Object.keys(CONSENT_ITEMS) as ConsentItem[])

const signed = {
  name: signatureTyped(),
  relationship: CONSENT.signedRelationship.asked('Say who you are to the child.'),
  parentalResponsibility: z.literal('yes', 'Tick that you have parental responsibility, or ring us.'),
  wording: wordingShown,
  checkedBy,
}

const signature = z.object({ answers: itemAnswers, ...signed })

const issueTheLink: Effect<ConsentRequestFacts> = async ({ work, record }) => {
  await performAction({
    work: { ...work, actor: { kind: 'system', reason: 'a new request needs its link' } },
    workflow: consentRequestWorkflow,
    id: String(record.id),
    action: 'issueLink',
    input: {},
  })
}

/**
 * Each item answered becomes a final row of its own, which takes effect at once and says which words were read [CON-3,
 * CON-4]. All of one form are stored together, so that nobody asks a gate again of half of them.
 */
const store = async ({
  work,
  record,
  facts,
  answers,
}: {
  work: Work
  record: RecordData
  facts: ConsentRequestFacts
  answers: Readonly<Record<string, 'yes' | 'no'>>
}): Promise<void> => {
  await asSystem(work, { reason: 'a parent answered by their link' }).createMany({
    collection: 'consents',
    records: Object.entries(answers).map(([item, answer]) => ({
      child: facts.childId,
      guardian: facts.guardianId,
      item,
      answer,
      decidedOn: londonDate(work.now),
      method: 'link',
      wordingVersion: record.wordingVersion,
      wordingDigest: record.wordingDigest,
    })),
  })
}

const storeAnswers: Effect<ConsentRequestFacts> = ({ work, record, facts, input }) =>
  store({ work, record, facts, answers: input.answers as Record<ConsentItem, 'yes' | 'no'> })

const storeNoToAll: Effect<ConsentRequestFacts> = ({ work, record, facts }) =>
  store({ work, record, facts, answers: Object.fromEntries(Object.keys(CONSENT_ITEMS).map((item) => [item, 'no'])) })

const storeYesToOne: Effect<ConsentRequestFacts> = ({ work, record, facts, input }) =>
  store({ work, record, facts, answers: { [String(input.item)]: 'yes' } })

const storeNoToOne: Effect<ConsentRequestFacts> = ({ work, record, facts, input }) =>
  store({ work, record, facts, answers: { [String(input.item)]: 'no' } })

/** What was answered is kept as its copy prints it, once the answers are stored [CON-3, CON-7]. */
const keepCopy =
  (action: CopiedAction): Effect<ConsentRequestFacts> =>
  ({ work, record, facts, input }) =>
    keepConsentCopy({
      work,
      record,
      childId: facts.childId,
      guardianId: facts.guardianId,
      action,
      checkedBy: input.checkedBy as LinkCheck | undefined,
    })

const tellThoseWhoMeet: Effect<ConsentRequestFacts> = ({ work, record, input }) =>
  tellOfNoes({
    work,
    record,
    answers: (input.answers as Record<ConsentItem, 'yes' | 'no'> | undefined) ?? { 'taking-part': 'no' },
  })

type Answering = { facts: ConsentRequestFacts; input: Record<string, unknown>; now: Date }

const asShown = ({
  facts: {
    form: { wording },
  },
  now,
}: Answering) => ({
  answeredAt: now.toISOString(),
  wording: wording.text,
  wordingDigest: wording.digest,
  wordingVersion: wording.versionId,
  wordingLanguage: wording.language ?? null,
})

const asSigned = ({ facts, input, now }: Answering) => ({
  ...asShown({ facts, input, now }),
  answeredBy: 'link',
  signedName: input.name,
  signedRelationship: input.relationship,
  declineReason: null,
})

const askByEmail: Effect<ConsentRequestFacts> = ({ work, record, facts }) =>
  sendConsentRequest({
    work,
    record,
    number: facts.nextNumber,
    occasion: facts.themselves ? 'of-age' : facts.answeredBefore ? 'renewal' : 'first',
  })

/** The address is the parent’s own wherever it is used, so it is put right on their record. */
const putAddressRight: Effect<ConsentRequestFacts> = async ({ work, facts, input }) => {
  await asUser(work).update({ collection: 'guardians', id: facts.guardianId, data: { email: input.email } })
}

const rememberLanguage: Effect<ConsentRequestFacts> = async ({ work, facts, input }) => {
  await asSystem(work, { reason: 'a parent said by their link in which language they read' }).update({
    collection: 'guardians',
    id: facts.guardianId,
    data: { formLanguage: input.language },
  })
}

const askNoMore: Effect<ConsentRequestFacts> = ({ work, record, facts }) =>
  takeBackRequest({ work, record, number: facts.nextNumber - 1 })

/**
 * The same link under a new number, for those who have answered and lost it: the older link is worthless from then on
 * [CON-7].
 */
const linkAgain = {
  label: 'Send a new link',
  by: [caseworker],
  guards: [mayBeAsked, hasEmail, birthdayKnown, decidesAtThisAge],
  set: ({ facts, now }: { facts: ConsentRequestFacts; now: Date }) => newLink({ facts, now }),
  effects: [sendCopy],
}

/** The link ends with the address to which it was sent, in each state; a new one goes out by hand [CON-10]. */
const linkEnds = {
  label: 'The link ends, because the address has changed',
  by: [],
  guards: [],
  set: () => ({ linkDigest: null }),
  effects: [askNoMore],
  automatic: true,
}

/** The same link under a new number, because its holder asked for one. */
const renewLink = {
  label: 'A new link, because its holder asked for one',
  by: [],
  guards: [],
  set: ({ facts, now }: { facts: ConsentRequestFacts; now: Date }) => linkOfNextNumber({ facts, now }),
  automatic: true,
}

/** They read in another language than we knew: from then on the form, the pages and the emails are in it [CON-3]. */
const chooseLanguage = {
  label: 'Read it in another language',
  by: [heldByLink],
  guards: [offeredIn],
  input: z.object({ language: z.string() }),
  effects: [rememberLanguage],
}

/** The step by which the link of a request ends, by the state that it is in. */
export const LINK_ENDS = {
  open: 'endLinkOfAsked',
  signed: 'endLinkOfSigner',
  declined: 'endLinkOfDecliner',
} as const

/** The step by which its holder gets a new one, likewise. */
export const LINK_RENEWED = {
  open: 'renewLink',
  signed: 'renewLinkOfSigner',
  declined: 'renewLinkOfDecliner',
} as const

/**
 * A request is open until the parent signs or says no by their link; afterwards the same link changes or withdraws
 * [CON-1, CON-4].
 */
export const consentRequestWorkflow: Workflow = defineWorkflow<
  ConsentRequestFacts,
  'open' | 'signed' | 'declined' | 'cancelled'
>('consent-requests', {
  noun: 'consent request',
  states: { open: 'Waiting for an answer', signed: 'Answered', declined: 'Declined', cancelled: 'Taken back' },
  initial: 'open',
  locks: [{ field: 'child', collection: 'children' }],
  facts: async ({ work, record }) => {
    const rows = await work.query<{
      may: boolean
      for_council: boolean
      in_care: boolean
      themselves: boolean
      language: string | null
      offered: string[]
      has_email: boolean
      another: boolean
      answered_before: boolean
      born_on: CalendarDate | null
      link_number: number
    }>(
      `select ${decides({ guardian: '$1', child: '$2' })} as may, exists (select from guardians where id = $1 and themselves_id is not null) as themselves, (select form_language::text from guardians where id = $1) as language, ${OFFERED_LANGUAGES} as offered, exists (select from guardians where id = $1 and for_council) as for_council, exists (select from children where id = $2 and in_care) as in_care, exists (select from guardians where id = $1 and coalesce(email, '') <> '') as has_email,
         exists (select from consent_requests where guardian_id = $1 and child_id = $2 and status in ('open', 'signed', 'declined') and id is distinct from $3) as another,
         exists (select from consents where guardian_id = $1 and child_id = $2) as answered_before,
         (select born_on from children where id = $2) as born_on,
         coalesce((select link_number::float8 from consent_requests where id = $3), 0) as link_number`,
      [record.guardian, record.child, record.id ?? null],
    )
    const row = rowAt({ rows, place: 0 })
    // Asked of the table, since Payload leaves hidden fields out of a record.
    const nextNumber = row.link_number + 1
    const id = String(record.id ?? '')
    return {
      id,
      childId: String(record.child),
      guardianId: String(record.guardian),
      mayDecide: row.may,
      forCouncil: row.for_council,
      childInCare: row.in_care,
      guardianHasEmail: row.has_email,
      anotherOpen: row.another,
      themselves: row.themselves,
      answeredBefore: row.answered_before,
      childBornOn: row.born_on,
      answeredIn: typeof record.wordingDigest === 'string' ? record.wordingDigest : null,
      endsAt: record.endsAt ? new Date(String(record.endsAt)) : null,
      nextNumber,
      nextDigest: id
        ? linkDigest(
            linkToken({ payload: work.req.payload, subject: { purpose: CONSENT_LINK, id, number: nextNumber } }),
          )
        : '',
      readsIn: isFormLanguage(row.language) ? row.language : undefined,
      offered: row.offered,
      form: await wordingInForce({
        query: work.query,
        reader: { themselves: row.themselves, language: row.language },
      }),
    }
  },
  create: {
    label: 'Ask for consent',
    by: [caseworker],
    guards: [mayBeAsked, hasEmail, birthdayKnown, decidesAtThisAge, onlyOneOpen, inTheirLanguage],
    set: ({ actor }) => ({ askedBy: actor.kind === 'person' ? actor.userId : null, linkNumber: 0 }),
    effects: [issueTheLink],
  },
  editable: {},
  transitions: {
    issueLink: {
      label: 'Send the first link',
      from: ['open'],
      to: 'open',
      by: [],
      guards: [],
      set: ({ facts, now }) => newLink({ facts, now }),
      effects: [askByEmail],
      automatic: true,
    },
    resend: {
      label: 'Send a new link',
      from: ['open'],
      to: 'open',
      by: [caseworker],
      guards: [mayBeAsked, hasEmail, birthdayKnown, decidesAtThisAge, inTheirLanguage],
      set: ({ facts, now }) => newLink({ facts, now }),
      effects: [askByEmail],
    },
    [LANGUAGE_CHOSEN.open]: { ...chooseLanguage, from: ['open'], to: 'open' },
    [LANGUAGE_CHOSEN.signed]: { ...chooseLanguage, from: ['signed'], to: 'signed' },
    [LANGUAGE_CHOSEN.declined]: { ...chooseLanguage, from: ['declined'], to: 'declined' },
    [LINK_RENEWED.open]: { ...renewLink, from: ['open'], to: 'open' },
    [LINK_RENEWED.signed]: { ...renewLink, from: ['signed'], to: 'signed' },
    [LINK_RENEWED.declined]: { ...renewLink, from: ['declined'], to: 'declined' },
    [LINK_ENDS.open]: { ...linkEnds, from: ['open'], to: 'open' },
    [LINK_ENDS.signed]: { ...linkEnds, from: ['signed'], to: 'signed' },
    [LINK_ENDS.declined]: { ...linkEnds, from: ['declined'], to: 'declined' },
    correctAddress: {
      label: 'Correct the address and send again',
      from: ['open'],
      to: 'open',
      by: [caseworker],
      guards: [mayBeAsked, birthdayKnown, decidesAtThisAge, inTheirLanguage],
      input: z.object({
        email: emailAsked().meta({ title: 'Email address of the parent or carer', oneLine: true }),
      }),
      correctsAddress: true,
      before: [putAddressRight],
      set: ({ facts, now }) => newLink({ facts, now }),
      effects: [askByEmail],
    },
    resendToSigner: { ...linkAgain, from: ['signed'], to: 'signed' },
    resendToDecliner: { ...linkAgain, from: ['declined'], to: 'declined' },
    askAgain: {
      label: 'Ask again in the new words',
      from: ['signed'],
      to: 'signed',
      by: [committee],
      guards: [mayBeAsked, hasEmail, birthdayKnown, decidesAtThisAge, inTheirLanguage],
      set: ({ facts, now }) => ({ askedAgainAt: now.toISOString(), askedAgainFor: facts.form.wording.versionId }),
      effects: [sendNewWords],
    },
    keepCapture: {
      label: 'Keep what was said on paper or by telephone',
      from: ['open', 'signed', 'declined'],
      to: 'signed',
      by: [],
      guards: [],
      input: z.object({
        name: z.string(),
        relationship: z.string(),
        method: z.enum(['paper', 'telephone']),
        wording: wordingShown,
        wordingVersion: z.string().nullable(),
        wordingLanguage: z.string().nullable(),
        at: z.iso.datetime(),
      }),
      set: ({ input }) => ({
        answeredAt: input.at,
        answeredBy: input.method,
        wording: input.wording,
        wordingDigest: wordingDigest(String(input.wording)),
        wordingVersion: input.wordingVersion,
        wordingLanguage: input.wordingLanguage,
        signedName: input.name,
        signedRelationship: input.relationship,
        declineReason: null,
      }),
      effects: [askNoMore, keepCopy('keepCapture'), sendCopy],
      automatic: true,
    },
    cancelByRule: {
      label: 'Taken back, because they may not be asked any more',
      from: ['open'],
      to: 'cancelled',
      by: [],
      guards: [],
      set: () => ({ linkDigest: null }),
      effects: [askNoMore],
      automatic: true,
    },
    cancel: {
      label: 'Take this request back',
      from: ['open'],
      to: 'cancelled',
      by: [caseworker],
      guards: [],
      set: () => ({ linkDigest: null }),
      effects: [askNoMore],
      grave: true,
    },
    // The parent holds another link for the same child, whose second record was joined to the first [SAME-CHILD].
    retire: {
      label: 'Joined with another request',
      from: ['open', 'signed', 'declined'],
      to: 'cancelled',
      by: [],
      guards: [],
      set: () => ({ linkDigest: null }),
      effects: [askNoMore],
      automatic: true,
    },
    sign: {
      label: 'Send my answers',
      from: ['open'],
      to: 'signed',
      by: [heldByLink],
      guards: [notRunOut, mayBeAsked, decidesAtThisAge, asInForce, asOnRecord],
      input: signature,
      set: asSigned,
      effects: [storeAnswers, keepCopy('sign'), tellOfAnswers, tellThoseWhoMeet],
    },
    decline: {
      label: 'Say no to everything',
      from: ['open'],
      to: 'declined',
      by: [heldByLink],
      guards: [notRunOut, mayBeAsked, decidesAtThisAge, asInForce],
      input: z.object({
        reason: CONSENT.declineReason.ifAny(),
        wording: wordingShown,
        checkedBy,
      }),
      set: ({ facts, input, now }) => ({
        ...asShown({ facts, input, now }),
        answeredBy: 'link',
        declineReason: input.reason || null,
      }),
      effects: [storeNoToAll, keepCopy('decline'), tellOfAnswers, tellThoseWhoMeet],
    },
    change: {
      label: 'Change my answers',
      from: ['signed', 'declined'],
      to: 'signed',
      by: [heldByLink],
      guards: [mayBeAsked, decidesAtThisAge, asInForce, asOnRecord],
      input: signature,
      set: asSigned,
      effects: [storeAnswers, keepCopy('change'), tellOfAnswers, tellThoseWhoMeet],
    },
    agreeOne: {
      label: 'Change one answer to yes',
      from: ['signed'],
      to: 'signed',
      by: [heldByLink],
      guards: [mayBeAsked, decidesAtThisAge, asInForce, asAnswered, asOnRecord],
      input: z.object({ item: oneItem, ...signed }),
      set: asSigned,
      effects: [storeYesToOne, keepCopy('agreeOne'), tellOfAnswers],
    },
    withdrawOne: {
      label: 'Change one answer to no',
      from: ['signed'],
      to: 'signed',
      by: [heldByLink],
      guards: [],
      input: z.object({ item: oneItem, checkedBy }),
      effects: [storeNoToOne, keepCopy('withdrawOne'), tellOfWithdrawal],
    },
    withdraw: {
      label: 'Withdraw everything',
      from: ['signed'],
      to: 'declined',
      by: [heldByLink],
      guards: [],
      input: z.object({ checkedBy }),
      set: ({ now }) => ({ answeredAt: now.toISOString(), answeredBy: 'link' }),
      effects: [storeNoToAll, keepCopy('withdraw'), tellOfWithdrawal],
    },
  },
})

const newLink = ({ facts, now }: { facts: ConsentRequestFacts; now: Date }) => ({
  ...linkOfNextNumber({ facts, now }),
  wrongTries: 0,
  lockedUntil: null,
})

/**
 * Who asks for a link themselves goes on with the wrong dates of birth that were counted: it may be the wrong person
 * who asks.
 */
const linkOfNextNumber = ({ facts, now }: { facts: ConsentRequestFacts; now: Date }) => ({
  linkNumber: facts.nextNumber,
  linkDigest: facts.nextDigest,
  endsAt: new Date(now.getTime() + CONSENT_LINK_DAYS * 24 * 60 * 60_000).toISOString(),
})
