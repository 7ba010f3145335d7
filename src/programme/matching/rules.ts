import { allowed, refused, type Decision } from '../../core/errors/refusal.ts'
import type { Standing } from '../policies/rules.ts'

/**
 * Whether a matched volunteer may see the child's background and the family's contacts: while their confidentiality agreement is
 * current [MAT-7]. `agreement` is where they stand with it today, undefined while the charity has adopted none.
 */
export const mayKnowChild = ({ agreement }: { agreement: Standing | undefined }): Decision => {
  if (!agreement) return refused({ rule: 'MAT-7', reason: 'The committee has not adopted a confidentiality agreement yet, so nothing about the child can be shown.', nextStep: 'Ask the co-ordinator.' })
  return agreement.state === 'missing'
    ? refused({ rule: 'MAT-7', reason: 'You have not accepted the confidentiality agreement as it stands now.', nextStep: 'Read and accept it under Policies. Then everything is shown here again.' })
    : allowed
}
