import type { Work } from '../../../core/access/work.ts'
import { emit } from '../../../core/workflow/events.ts'
import { stoppingConsidered } from '../events.ts'

/** What follows at once when a volunteer pauses or leaves, a sentence each, before anything is done [VOL-11]. */
export const whatFollowsFromStopping = async ({
  work,
  volunteerId,
}: {
  work: Work
  volunteerId: string
}): Promise<string[]> => {
  const follows = ['Every sign-in of theirs ends, and they see nothing of any child any more.']
  await emit({ work, event: stoppingConsidered({ volunteerId, follows }) })
  return follows
}
