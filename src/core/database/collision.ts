import { isError } from '../http/isError.ts'

/**
 * Whether PostgreSQL ended a transaction because two got in each other's way (40P01, a deadlock; 40001, a serialisation
 * failure): the same work, done once more from the start, will usually succeed. Looks under what drizzle wraps.
 */
export const isCollision = (problem: unknown): boolean => {
  for (let cause = problem, depth = 0; isError(cause) && depth < 10; cause = cause.cause, depth += 1)
    if ('code' in cause && (cause.code === '40P01' || cause.code === '40001')) return true
  return false
}
