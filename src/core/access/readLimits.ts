import { badInputError } from '../errors/problems.ts'

/** The most records that one request may list. */
export const LONGEST_LIST = 1_000

/**
 * Refuses to order a list by a field of another record: the order would tell of records that the person may not read.
 */
export const refuseForeignSort = (sort: unknown): void => {
  const asked = Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : []
  if (asked.some((path) => String(path).includes('.') || String(path).includes('__')))
    throw badInputError({
      reason: 'A list cannot be ordered by a field of another record.',
      nextStep: 'Order it by one of its own fields.',
    })
}

/**
 * Refuses a list without an end, so that one request can neither carry everything away nor hold up the rest. What
 * Payload itself gathers to fill in related records (it says how deep it stands) is as long as the list that led to it.
 */
export const refuseLongList = ({
  limit,
  page,
  pagination,
  currentDepth,
}: {
  limit?: unknown
  page?: unknown
  pagination?: unknown
  currentDepth?: number
}): void => {
  if (currentDepth !== undefined) return
  const asked = limit ?? (pagination === false ? 0 : 10)
  if (!isCount(asked) || asked > LONGEST_LIST || !isCount(page ?? 1))
    throw badInputError({
      reason: `A list gives from 1 to ${LONGEST_LIST.toLocaleString('en-GB')} records at a time.`,
      nextStep: 'Ask for it page by page.',
    })
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0
