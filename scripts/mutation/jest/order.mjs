// Runs the files in the order of the plan, which begins with those that are quick to fail.
import Sequencer from '@jest/test-sequencer'
import { plan } from './plan.mjs'

export default class PlannedOrder extends Sequencer {
  sort(tests) {
    const placeOf = new Map(plan.order.map((path, place) => [path, place]))
    return [...tests].sort((left, right) => (placeOf.get(left.path) ?? 0) - (placeOf.get(right.path) ?? 0))
  }
}
