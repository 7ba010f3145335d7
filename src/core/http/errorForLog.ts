import { isError } from './isError.ts'

/** An error as the log keeps it: what kind, which code, where in the programme; and what it was caused by. */
export type LoggedError = {
  name: string
  code?: string
  constraint?: string
  table?: string
  message?: string
  at: string[]
  cause?: LoggedError
}

/**
 * An error without what people typed: messages of databases, parsers and mail servers quote values, so only the
 * messages of plain programming faults are kept. The kind, the code and the places in the programme find the rest.
 */
export const writeErrorForLog = (error: unknown): LoggedError => logged({ error, depth: 0 })

const logged = ({ error, depth }: { error: unknown; depth: number }): LoggedError => {
  if (!isError(error)) return { name: 'NotAnError', at: [] }
  const cause = depth < 4 && isError(error.cause) ? { cause: logged({ error: error.cause, depth: depth + 1 }) } : {}
  return {
    name: error.name,
    ...picked({ error, fields: ['code', 'constraint', 'table', 'routine', 'syscall'] }),
    ...(isProgrammingFault(error) ? { message: error.message } : {}),
    at: framesOf(error),
    ...cause,
  }
}

const isProgrammingFault = (error: Error): boolean =>
  ['TypeError', 'ReferenceError', 'RangeError'].includes(error.name) && !('input' in error)

const picked = ({ error, fields }: { error: Error; fields: readonly string[] }): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value: unknown = Reflect.get(error, field)
      return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? [[field, value]] : []
    }),
  )

/** The lines of the stack that name places, without its first lines, which repeat the message. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at \S/.test(line))
    .map((line) => line.trim())
    .slice(0, 12)
