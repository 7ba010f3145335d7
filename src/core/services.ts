import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { Clock } from './clock/clock.ts'
import type { Environment } from './env/environment.ts'

/**
 * What the doors are given: everything that has a life of its own, so that tests can stand in another clock or address.
 */
export type Services = { payload: Payload; environment: Environment; clock: Clock; logger: Logger }

const CLOCK = Symbol.for('kids-on-track-mentoring.clock')

/**
 * Hangs the clock on the one Payload instance of the process. The configuration is evaluated twice (server and the
 * panel's bundle), so a module variable would be two; the instance is one.
 */
export const attachClock = ({ payload, clock }: { payload: Payload; clock: Clock }): void => {
  Object.assign(payload, { [CLOCK]: clock })
}

/** The clock of this Payload instance. Throws when none was attached: a rule must never guess the time. */
export const clockOf = (payload: Payload): Clock => {
  const clock = (payload as Payload & { [CLOCK]?: Clock })[CLOCK]
  if (!clock) throw new Error('No clock is attached to Payload: call attachClock after getPayload.')
  return clock
}
