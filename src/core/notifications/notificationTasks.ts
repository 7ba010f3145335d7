import type { Logger } from 'pino'
import type { RecurringTask, Tasks } from '../jobs/task.ts'
import { DELIVER_NOTIFICATION } from './deliveryJob.ts'
import { deliverNotification, type MessageSource } from './deliverNotification.ts'
import type { Mailer } from './mailer.ts'
import { rescueNotifications, RESCUE_NOTIFICATIONS } from './rescueNotifications.ts'

/** The tasks that a worker needs to send messages. */
export const notificationTasks = (parts: { mailer: Mailer; source: MessageSource; logger: Logger }): Tasks => ({
  [DELIVER_NOTIFICATION]: deliverNotification(parts),
  [RESCUE_NOTIFICATIONS]: rescueNotifications,
})

/** What of it is due again and again. */
export const notificationRecurringTasks: readonly RecurringTask[] = [
  { task: RESCUE_NOTIFICATIONS, at: '*/15 * * * *', catchUpHours: 1 },
]
