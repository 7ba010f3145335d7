import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { startWork } from '../core/access/work.ts'
import { mailAuditHead } from '../core/audit/mailedHead.ts'
import type { Clock } from '../core/clock/clock.ts'
import { inTransaction, plainQuery, poolOf } from '../core/database/transaction.ts'
import { SEND_FORM_LINK, sendDraftLink } from '../core/drafts/draftLinks.ts'
import { pruneDrafts } from '../core/drafts/drafts.ts'
import type { Environment } from '../core/env/environment.ts'
import { pruneIdempotencyKeys } from '../core/http/idempotency.ts'
import { pruneRateLimits } from '../core/http/rateLimits.ts'
import { startWorker, type JobWorker } from '../core/jobs/startWorker.ts'
import type { RecurringTask, Tasks } from '../core/jobs/task.ts'
import { createMailer } from '../core/notifications/mailer.ts'
import { returnPaths } from '../core/notifications/returnPaths.ts'
import { notificationRecurringTasks, notificationTasks } from '../core/notifications/notificationTasks.ts'
import { pruneEmailCodes, SEND_CONSENT_CODE, sendCode } from '../programme/consent/emailCodes.ts'
import { SEND_CONSENT_LINK, sendNewLink } from '../programme/consent/newLinks.ts'
import { remindOfConsent } from '../programme/consent/reminders.ts'
import { endMatchesAtEighteen } from '../programme/matching/endAtEighteen.ts'
import { isMentored } from '../programme/matching/tellOfConsent.ts'
import { askAgainForAll } from '../programme/meetings/askAgain.ts'
import { SEND_PASSWORD_LINK, sendPasswordLink } from '../programme/people/signIn/passwordLinks.ts'
import { pruneSessions } from '../programme/people/signIn/sessions.ts'
import { adoptScheduled } from '../programme/policies/adoptScheduled.ts'
import { remindOfPolicies } from '../programme/policies/reminders.ts'
import { warnOfEndings } from '../programme/recruitment/warnings.ts'
import { messageSource } from './messageSource.ts'

/** Starts this process's worker: it sends what waits in the outbox, asks the gates again each night, and clears away what has ended. */
export const startProgrammeWorker = ({ payload, environment, logger, clock }: { payload: Payload; environment: Environment; logger: Logger; clock: Clock }): JobWorker =>
  startWorker({
    connectionString: environment.databaseUrl,
    pool: poolOf(payload),
    tasks: { ...notificationTasks({ mailer: createMailer({ ...environment, returned: environment.mailReturnDomain === undefined ? undefined : returnPaths({ key: environment.linkSecret, domain: environment.mailReturnDomain }) }), source: messageSource({ payload, publicUrl: environment.publicUrl }), logger }), ...askedTasks({ payload }), ...nightlyTasks({ payload, logger }) },
    recurring: [...notificationRecurringTasks, ...nightly],
    logger,
    clock,
    concurrency: 3,
  })

const askedTasks = ({ payload }: { payload: Payload }): Tasks => ({
  [SEND_PASSWORD_LINK]: async ({ payload: request }) => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'somebody asked for a new password' }, from: 'worker' })
    await inTransaction({ req: work.req, work: () => sendPasswordLink({ work, request }) })
  },
  [SEND_FORM_LINK]: async ({ payload: request }) => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'somebody lost the link to a form' }, from: 'worker' })
    await inTransaction({ req: work.req, work: () => sendDraftLink({ work, request }) })
  },
  [SEND_CONSENT_LINK]: async ({ payload: request }) => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'somebody asked for a new link to a consent form' }, from: 'worker' })
    await inTransaction({ req: work.req, work: () => sendNewLink({ work, request }) })
  },
  [SEND_CONSENT_CODE]: async ({ payload: request }) => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'a parent asked for a code by email' }, from: 'worker' })
    await inTransaction({ req: work.req, work: () => sendCode({ work, request }) })
  },
})

const nightlyTasks = ({ payload, logger }: { payload: Payload; logger: Logger }): Tasks => ({
  'ask-gates-again': async () => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'asking the gates again each night' }, from: 'worker' })
    const unconfirmed = await inTransaction({ req: work.req, work: () => askAgainForAll(work) })
    logger.info({ unconfirmed }, 'The gates of all confirmed meetings were asked again.')
  },
  'warn-of-endings': async () => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'warning of what ends soon' }, from: 'worker' })
    const sent = await inTransaction({ req: work.req, work: () => warnOfEndings(work) })
    logger.info({ sent }, 'Warnings of what ends soon were put into the outbox.')
  },
  'remind-of-policies': async () => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'reminding of policies to accept and to look at again' }, from: 'worker' })
    const sent = await inTransaction({ req: work.req, work: () => remindOfPolicies(work) })
    logger.info({ sent }, 'Reminders of policies were put into the outbox.')
  },
  'adopt-scheduled-policies': async () => {
    const { adopted, refused } = await adoptScheduled(() => startWork({ payload, actor: { kind: 'system', reason: 'the day that was set for an adoption has come' }, from: 'worker' }))
    if (adopted + refused.length > 0) logger.info({ adopted, refused }, 'Policy versions were adopted on the day that was set.')
  },
  'remind-of-consent': async () => {
    const work = await startWork({ payload, actor: { kind: 'system', reason: 'reminding of consent' }, from: 'worker' })
    const [sent, ended] = await inTransaction({ req: work.req, work: async () => [await remindOfConsent({ work, among: isMentored }), await endMatchesAtEighteen(work)] as const })
    logger.info({ sent, ended }, 'Reminders about consent were put into the outbox, and matches ended of whoever is 18 and has not agreed.')
  },
  'mail-audit-head': async ({ clock }) => {
    const isSent = await mailAuditHead({ query: plainQuery(payload), now: clock.now() })
    if (isSent) logger.info('The end of the audit’s chain was put into the outbox.')
  },
  'clear-away': async ({ clock }) => {
    const query = plainQuery(payload)
    const now = clock.now()
    await pruneSessions({ query, now })
    await pruneDrafts({ query, now })
    await pruneEmailCodes({ query, now })
    await pruneRateLimits({ query, endedBefore: now })
    await pruneIdempotencyKeys({ query, createdBefore: new Date(now.getTime() - 7 * 24 * 60 * 60_000) })
  },
})

const nightly: readonly RecurringTask[] = [
  { task: 'ask-gates-again', at: '10 2 * * *', catchUpHours: 24 },
  { task: 'warn-of-endings', at: '0 8 * * *', catchUpHours: 24 },
  { task: 'remind-of-policies', at: '10 8 * * *', catchUpHours: 24 },
  { task: 'adopt-scheduled-policies', at: '2 * * * *', catchUpHours: 24 },
  { task: 'remind-of-consent', at: '20 8 * * *', catchUpHours: 24 },
  { task: 'mail-audit-head', at: '50 23 * * *', catchUpHours: 12 },
  { task: 'clear-away', at: '40 3 * * *', catchUpHours: 24 },
]
