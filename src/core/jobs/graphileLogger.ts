import { Logger } from 'graphile-worker'
import type { Logger as PinoLogger } from 'pino'

/** Passes graphile-worker's own log lines to ours. Its details are left out: they hold whole jobs and connections. */
export const graphileLogger = (logger: PinoLogger): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') logger.error(message)
    else if (level === 'warning') logger.warn(message)
    else logger.debug(message)
  })
