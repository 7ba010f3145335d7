/** How a child is named in a query, by who reads it; `child` is the table’s name in the statement. */
export const childName = {
  /** For the co-ordinator and the committee: the name on record. */
  inFull: (child: string): string => `${child}.name`,
  /** For those who meet the child: what the child likes to be called, or else the name. */
  spoken: (child: string): string => `coalesce(nullif(${child}.known_as, ''), ${child}.name)`,
  /** For those outside, and in what goes through a mailbox: what the child likes to be called, or else the first name. */
  first: (child: string): string => `coalesce(nullif(${child}.known_as, ''), ${firstNameSql(`${child}.name`)})`,
} as const

/** The first name of somebody, of a column with their name. */
export const firstNameSql = (column: string): string => `split_part(trim(${column}), ' ', 1)`

/** The first name of somebody; empty where there is no name. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? ''
