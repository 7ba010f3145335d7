import { pino, type DestinationStream, type Logger } from 'pino'
import { writeErrorForLog } from './errorForLog.ts'
import { isError } from './isError.ts'

/**
 * The programme's log: JSON lines to standard output (or `destination`), without personal data. Errors are written by
 * `writeErrorForLog`, also where one is logged without words of its own.
 */
export const createLogger = ({ level, destination }: { level: string; destination?: DestinationStream }): Logger =>
  pino(
    {
      level,
      base: { process: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: writeErrorForLog, error: writeErrorForLog },
      redact: { paths: privateFields.flatMap((field) => [field, `*.${field}`]), remove: true },
      hooks: { logMethod: keepMessagesOut },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  )

/** Fields that are dropped, should a library log an object that holds them. */
const privateFields = [
  'email',
  'password',
  'token',
  'authorization',
  'cookie',
  'req',
  'request',
  'user',
  'headers',
  'params',
  'parameters',
  'body',
]

/** pino would copy an error's message, which may quote what a person typed, where the line has no words of its own. */
function keepMessagesOut(this: Logger, given: unknown[], method: (...args: never[]) => void): void {
  const [first, ...rest] = given
  const line = isError(first) ? { err: first } : first
  const hasError = typeof line === 'object' && line !== null && ('err' in line || 'error' in line)
  const hasWords = rest.length > 0 || (typeof line === 'object' && line !== null && 'msg' in line)
  const all = hasError && !hasWords ? [line, 'An error was caught.'] : [line, ...rest]
  method.apply(this, all as never[])
}
