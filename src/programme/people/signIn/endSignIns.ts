import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { endEverySession, endOwnSession } from './sessions.ts'

/** Ends one sign-in of a person: the phone that they lost [SAF-12]. Gives false when it is not theirs, or has ended. */
export const endSignIn = ({ work, userId, id }: { work: Work; userId: string; id: string }): Promise<boolean> =>
  inTransaction({
    req: work.req,
    work: async () => {
      const ended = await endOwnSession({ query: work.query, userId, id, now: work.now })
      if (ended)
        await recordEvent({
          work,
          event: { action: 'end-sign-in', collection: 'users', recordId: userId, detail: { session: id } },
        })
      return ended
    },
  })

/** Ends every sign-in of a person, on every device [SAF-12]. Gives how many were open. */
export const endEverySignIn = ({ work, userId }: { work: Work; userId: string }): Promise<number> =>
  inTransaction({
    req: work.req,
    work: async () => {
      const ended = await endEverySession({ query: work.query, userId, now: work.now })
      await recordEvent({
        work,
        event: { action: 'end-every-sign-in', collection: 'users', recordId: userId, detail: { endedSignIns: ended } },
      })
      return ended
    },
  })
