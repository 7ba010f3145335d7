import { asUser } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { isUuid } from '../../../core/database/locks.ts'
import { notFoundError, refusalError } from '../../../core/errors/problems.ts'
import { firstRefusal } from '../../../core/errors/refusal.ts'
import { inForce, nextNumber, noneOnItsWay } from './rules.ts'

/**
 * Starts a draft from the words of the version in force, of any document, the consent wording among them: with the next
 * number and with nothing yet of what changed, who adopts it and when. Whoever starts it is its author. Needs a
 * transaction. Gives the draft's id. Throws 404 where the version is not there for this person, 403 for who writes no
 * policies, and a refusal where one is on its way already [POL-2, POL-3].
 */
export const startFromTextInForce = async ({ work, versionId }: { work: Work; versionId: string }): Promise<string> => {
  if (!isUuid(versionId)) throw notFoundError()
  const door = asUser(work)
  const { policy, text } = await door.findById({ collection: 'policy-versions', id: versionId })
  // Whoever presses it at the same moment waits, and then finds the draft there.
  await work.query('select from policies where id = $1 for no key update', [policy])
  const versions = await work.query<{ id: string; number: string; status: string }>(
    'select id, number, status::text as status from policy_versions where policy_id = $1',
    [policy],
  )
  const decision = firstRefusal([
    inForce({ status: versions.find(({ id }) => id === versionId)?.status }),
    noneOnItsWay({ versions }),
  ])
  if (!decision.allowed) throw refusalError(decision)
  const { id } = await door.create({
    collection: 'policy-versions',
    data: { policy, number: nextNumber(versions.map(({ number }) => number)), text },
  })
  return id
}
