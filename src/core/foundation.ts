import type { Actor } from './access/actor.ts'
import { auditEvents } from './audit/AuditEvents.ts'
import { auditHeadSetting, mailAuditHead } from './audit/mailedHead.ts'
import { draftLink, SEND_FORM_LINK, sendDraftLink } from './drafts/draftLinks.ts'
import { pruneDrafts } from './drafts/drafts.ts'
import { formDrafts } from './drafts/FormDrafts.ts'
import { defineArea, defineTable } from './house/defineArea.ts'
import { leading, toPage } from './house/leading.ts'
import type { AddressSetting } from './house/defineSetting.ts'
import { heldByFields } from './house/ofPerson.ts'
import { toListOf } from './house/quickLinks.ts'
import { pruneIdempotencyKeys } from './http/idempotency.ts'
import { pruneRateLimits } from './http/rateLimits.ts'
import { coreMessages } from './messageKinds.ts'
import { notifications, type KnownRecipient } from './notifications/Notifications.ts'

/**
 * What the core itself keeps, for whom the house lets read it and whom it writes to: the ground on which every area
 * stands.
 */
export const foundation = ({
  mayReadMessages,
  mayReadAudit,
  mayChangeSettings,
  looksAfterSettings,
  recipients,
}: {
  mayReadMessages: (actor: Actor) => boolean
  mayReadAudit: (actor: Actor) => boolean
  mayChangeSettings: AddressSetting['changedBy']
  /** Whose daily work the settings are. */
  looksAfterSettings: (actor: Actor) => boolean
  recipients: readonly KnownRecipient[]
}) => {
  const messages = notifications({ mayRead: mayReadMessages, known: recipients })
  const audit = auditEvents({ mayRead: mayReadAudit })
  const records = [formDrafts, messages, audit] as const
  return defineArea({
    name: 'core',
    records,
    tables: [
      defineTable({ name: 'audit_head', final: 'never', sensitive: false, about: 'nobody', kept: 'as-evidence' }),
      defineTable({
        name: 'programme_settings',
        final: 'never',
        sensitive: false,
        about: 'nobody',
        kept: 'while-in-use',
      }),
      defineTable({
        name: 'mail_event_signatures',
        final: 'never',
        sensitive: false,
        about: 'nobody',
        kept: 'briefly',
      }),
      defineTable({ name: 'rate_limits', final: 'never', sensitive: false, about: 'nobody', kept: 'briefly' }),
      defineTable({ name: 'idempotency_keys', final: 'never', sensitive: false, about: 'nobody', kept: 'briefly' }),
    ],
    messages: leading(coreMessages, {
      'form-link': {
        leadsTo: ({ payload, query, publicUrl, now, row: { subject } }) =>
          draftLink({ payload, query, publicUrl, id: subject.record, now }),
      },
      'audit-head': { leadsTo: toPage('/admin/collections/audit-events') },
    }),
    navigation: [{ under: 'Settings', place: 3, records: [messages, audit] }],
    menu: [
      { under: 'Today', place: 1, words: 'Today', href: '/admin', concerns: () => true },
      {
        under: 'Settings',
        place: 1,
        words: 'Settings',
        href: '/admin/globals/programme-settings',
        concerns: mayChangeSettings,
      },
      { under: 'Settings', place: 5, words: 'Messages', href: toListOf(messages), concerns: mayReadMessages },
      { under: 'Settings', place: 6, words: 'Who looked at what', href: '/admin/who-looked', concerns: mayReadAudit },
      {
        under: 'Settings',
        place: 7,
        words: 'All records',
        href: '/admin/records',
        concerns: (actor) => looksAfterSettings(actor) || mayReadMessages(actor),
      },
    ],
    pages: [
      {
        of: messages,
        load: async ({ record: { state, lastProblem } }) => ({
          first:
            state === 'failed' && typeof lastProblem === 'string' && lastProblem !== ''
              ? [{ words: `It did not arrive: ${lastProblem}`, isGrave: true }]
              : [],
        }),
      },
    ],
    quickLinks: [
      { place: 11, words: 'See who looked at what', href: '/admin/who-looked', concerns: mayReadAudit },
      {
        place: 13,
        words: 'Change settings',
        href: '/admin/globals/programme-settings',
        concerns: looksAfterSettings,
      },
    ],
    settings: [auditHeadSetting({ changedBy: mayChangeSettings })],
    jobs: [{ task: SEND_FORM_LINK, reason: 'somebody lost the link to a form', does: sendDraftLink }],
    recurring: [
      {
        task: 'mail-audit-head',
        at: '50 23 * * *',
        catchUpHours: 12,
        reason: 'putting down where the audit ends today',
        does: async ({ query, now }) => ((await mailAuditHead({ query, now })) ? {} : undefined),
        said: 'The end of the audit’s chain was put into the outbox.',
      },
    ],
    clearsAway: async ({ query, now }) => {
      await pruneDrafts({ query, now })
      await pruneRateLimits({ query, endedBefore: now })
      await pruneIdempotencyKeys({ query, createdBefore: new Date(now.getTime() - ANSWERS_KEPT_DAYS * DAY) })
    },
    ofPerson: heldByFields(records),
  })
}

/** For how long a form that is sent twice is answered as it was the first time. */
const ANSWERS_KEPT_DAYS = 7

const DAY = 24 * 60 * 60_000
