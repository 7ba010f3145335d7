import type { Router } from 'express'
import type { Clock } from '../../core/clock/clock.ts'
import { openMessageStore } from './messageStore.ts'
import { createMailboxRouter } from './router.ts'
import { openSmtpDoor } from './smtpDoor.ts'

/**
 * A mail server of our own for trying the program out: whatever is sent stays on this machine, to be read on its pages.
 */
export type Mailbox = {
  /** For SMTP_URL. */
  smtpUrl: string
  /** To be mounted at `/mailbox`. */
  router: Router
  stop: () => Promise<void>
}

/**
 * Starts the mailbox on 127.0.0.1, at the port named, or at 2525 or any other free one. The last 500 messages stay in
 * `directory` over a restart. Throws outside APP_MODE=local: on a real deployment it would lay open every link ever
 * sent.
 */
export const startMailbox = async ({
  appMode,
  directory,
  port,
  clock,
}: {
  appMode: 'local' | 'production'
  directory: string
  port?: number
  clock: Clock
}): Promise<Mailbox> => {
  if (appMode !== 'local') throw new Error('The local mailbox never runs on a real deployment')
  const store = await openMessageStore({ directory, clock })
  const door = await openSmtpDoor({ store, port })
  return { smtpUrl: `smtp://127.0.0.1:${door.port}`, router: createMailboxRouter({ store }), stop: door.close }
}
