import { randomUUID } from 'node:crypto'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { refusalError } from '../../../core/errors/problems.ts'
import { asAgreedByTwo } from '../accountChanges/byTwoPeople.ts'
import { normalAddress } from '../signIn/addresses.ts'
import { issueLink, signInLinkToken } from '../signIn/passwordLinks.ts'
import { nobodyIsThere } from './rules.ts'

/**
 * Makes the first administrator of a deployment that nobody can enter yet, and gives the secret part of a link by which
 * they choose a password, once, within a week. Asked again while nobody has entered, it gives a new link to the same
 * account and the earlier ones open nothing. Throws the refusal of ORG-1 once an administrator has chosen a password.
 */
export const firstAdministrator = async ({
  work,
  email,
  name,
}: {
  work: Work
  email: string
  name: string
}): Promise<{ token: string; name: string; email: string }> =>
  inTransaction({
    req: work.req,
    work: async () => {
      const { query, now, req } = work
      await query("select pg_advisory_xact_lock(hashtext('the first administrator'))")
      const on = londonDate(now)
      const administrators = await query<{ id: string; entered: boolean }>(
        `select u.id, exists (select from credentials c where c.user_id = u.id) as entered from users u
         where u.standing = 'open' and exists (select from role_grants r where r.user_id = u.id and r.role = 'administrator' and r.starts_on <= $1 and (r.ends_on is null or $1 <= r.ends_on)) order by u.created_at`,
        [on],
      )
      const decision = nobodyIsThere({ hasEntered: administrators.some(({ entered }) => entered) })
      if (!decision.allowed) throw refusalError(decision)
      const system = asSystem(work, { reason: 'the first administrator of this deployment' })
      const account = { name, email: normalAddress(email) }
      const waiting = administrators[0]?.id
      const userId =
        waiting ?? (await system.create({ collection: 'users', data: { ...account, standing: 'open' } })).id
      if (waiting !== undefined)
        await asAgreedByTwo({ work, deed: () => system.update({ collection: 'users', id: waiting, data: account }) })
      else
        await asAgreedByTwo({
          work,
          deed: () =>
            system.create({
              collection: 'role-grants',
              data: { user: userId, role: 'administrator', startsOn: on },
            }),
        })
      const id = randomUUID()
      await issueLink({ work, userId, purpose: 'invitation', id })
      await recordEvent({
        work,
        event: { action: 'first-administrator', collection: 'users', recordId: userId, detail: {} },
      })
      return { token: signInLinkToken({ payload: req.payload, purpose: 'invitation', id }), ...account }
    },
  })
