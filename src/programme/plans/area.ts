import { defineArea } from '../../core/house/defineArea.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { barriers } from './Barriers.ts'
import { planParts } from './PlanParts.ts'
import { plans as plansOfChildren } from './Plans.ts'

const records = [plansOfChildren, planParts, barriers] as const

/** A child's plan, its parts, and what stands in the child's way [PLN-1, PLN-2]. */
export const plans = defineArea({
  name: 'plans',
  records,
  navigation: [{ under: 'Children', place: 4, records }],
  ofPerson: heldByFields(records),
})
