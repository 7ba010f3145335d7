import { types } from 'node:util'

/** Whether something thrown is an error, also one that another realm of Node made, for which `instanceof` says no. */
export const isError = (thrown: unknown): thrown is Error => types.isNativeError(thrown)
