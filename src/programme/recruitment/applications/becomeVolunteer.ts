import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { refusalError } from '../../../core/errors/problems.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { normalAddress } from '../../people/signIn/addresses.ts'
import { accountMayOpen } from './rules.ts'

/**
 * Makes an approved applicant a volunteer, in the transaction of the approval, and gives the volunteer's id: an account
 * (whose invitation goes out with it) and the role, the volunteer's record, and the committee's approval dated that day
 * [VOL-1, VOL-3]. Somebody who has an account or a record already keeps it. Applications from one address take their
 * turn, so that two of them make one volunteer. Throws a refusal where the account is closed.
 */
export const becomeVolunteer = async ({ work, record }: { work: Work; record: RecordData }): Promise<string> => {
  const door = asSystem(work, { reason: 'an applicant was approved' })
  const today = londonDate(work.now)
  const email = normalAddress(String(record.email))
  await work.query("select pg_advisory_xact_lock(hashtextextended('volunteer ' || $1, 0))", [email])
  const userId = await accountOf({ work, email, name: String(record.name) })
  const [role] = await work.query(
    "select 1 from role_grants where user_id = $1 and role = 'volunteer' and starts_on <= $2 and (ends_on is null or $2 <= ends_on)",
    [userId, today],
  )
  if (!role)
    await door.create({ collection: 'role-grants', data: { user: userId, role: 'volunteer', startsOn: today } })
  const volunteerId = await recordOf({ work, record, userId })
  await door.create({
    collection: 'vetting-records',
    data: {
      volunteer: volunteerId,
      kind: 'committee-approval',
      takenOn: today,
      seenBy: work.actor.kind === 'person' ? work.actor.userId : null,
    },
  })
  return volunteerId
}

const accountOf = async ({ work, email, name }: { work: Work; email: string; name: string }): Promise<string> => {
  const [account] = await work.query<{ id: string; standing: string }>(
    'select id, standing::text as standing from users where email = $1',
    [email],
  )
  const decision = accountMayOpen({ standing: account?.standing })
  if (!decision.allowed) throw refusalError(decision)
  return (
    account?.id ??
    (
      await asSystem(work, { reason: 'an applicant was approved' }).create({
        collection: 'users',
        data: { name, email, standing: 'open' },
      })
    ).id
  )
}

const recordOf = async ({
  work,
  record,
  userId,
}: {
  work: Work
  record: RecordData
  userId: string
}): Promise<string> => {
  const [known] = await work.query<{ id: string }>('select id from volunteers where user_id = $1', [userId])
  if (known) return known.id
  const { name, mobile, bornOn, homeAddress } = record
  return (
    await asSystem(work, { reason: 'an applicant was approved' }).create({
      collection: 'volunteers',
      data: { name, user: userId, mobile, bornOn, homeAddress },
    })
  ).id
}
