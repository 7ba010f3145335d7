/** Where the present moment comes from. Injected, so that tests can stand on any date. */
export type Clock = { now: () => Date }

/** The machine's own clock: the only place in the product that asks what time it is. */
export const systemClock: Clock = { now: () => new Date() }
