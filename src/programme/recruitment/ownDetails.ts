import { asSystem } from '../../core/access/localApi.ts'
import type { Work } from '../../core/access/work.ts'
import { forbiddenError, refusalError } from '../../core/errors/problems.ts'
import { ownVolunteerIdOf } from '../people/roles.ts'
import { canBeRung } from './rules.ts'

/**
 * A volunteer changes their own mobile number and home address, and nothing else of their record. The address goes one
 * way:
 * only the co-ordinator and the committee read it elsewhere than on this person's own page [VOL-7, VOL-8]. Throws a
 * refusal where the number cannot be rung, 403 where the person is no volunteer.
 */
export const changeOwnDetails = async ({
  work,
  mobile,
  homeAddress,
}: {
  work: Work
  mobile: string
  homeAddress: string
}): Promise<void> => {
  const volunteerId = ownVolunteerIdOf(work.actor)
  if (volunteerId === undefined) throw forbiddenError()
  const decision = canBeRung({ mobile })
  if (!decision.allowed) throw refusalError(decision)
  await asSystem(work, { reason: 'a volunteer keeps their own details' }).update({
    collection: 'volunteers',
    id: volunteerId,
    data: { mobile, homeAddress },
  })
}
