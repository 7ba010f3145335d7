import { startWork } from '../../core/access/work.ts'
import { recordEvent } from '../../core/audit/record.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import type { WebServices } from '../services.ts'

/**
 * Puts a sign-in, or an attempt at one, down for the audit, without what was typed. Taken for both, so that both take
 * the same time.
 */
export const noteAttempt = async ({
  services,
  userId,
}: {
  services: WebServices
  userId: string | undefined
}): Promise<void> => {
  const work = await startWork({
    payload: services.payload,
    actor: { kind: 'system', reason: 'signing in' },
    from: 'portal',
  })
  await inTransaction({
    req: work.req,
    work: () =>
      recordEvent({
        work,
        event: {
          action: userId ? 'sign-in' : 'sign-in-refused',
          collection: 'users',
          recordId: userId ?? null,
          detail: {},
        },
      }),
  })
}
