import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { Clock } from '../core/clock/clock.ts'
import { poolOf } from '../core/database/transaction.ts'
import type { Environment } from '../core/env/environment.ts'
import { recurringOf, tasksOf } from '../core/house/jobs.ts'
import { startWorker, type JobWorker } from '../core/jobs/startWorker.ts'
import { createMailer } from '../core/notifications/mailer.ts'
import { notificationRecurringTasks, notificationTasks } from '../core/notifications/notificationTasks.ts'
import { returnPaths } from '../core/notifications/returnPaths.ts'
import { areas } from '../programme/house.ts'
import { messageSource } from './messageSource.ts'

/**
 * Starts this process's worker: it sends what waits in the outbox, asks the gates again each night, and clears away
 * what has ended.
 */
export const startProgrammeWorker = ({
  payload,
  environment,
  logger,
  clock,
}: {
  payload: Payload
  environment: Environment
  logger: Logger
  clock: Clock
}): JobWorker =>
  startWorker({
    connectionString: environment.databaseUrl,
    pool: poolOf(payload),
    tasks: {
      ...notificationTasks({
        mailer: createMailer({
          ...environment,
          returned:
            environment.mailReturnDomain === undefined
              ? undefined
              : returnPaths({ key: environment.linkSecret, domain: environment.mailReturnDomain }),
        }),
        source: messageSource({ payload, publicUrl: environment.publicUrl }),
        logger,
      }),
      ...tasksOf({ areas, payload, logger }),
    },
    recurring: [...notificationRecurringTasks, ...recurringOf(areas)],
    logger,
    clock,
    concurrency: 3,
  })
