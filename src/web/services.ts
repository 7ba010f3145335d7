import type { RequestHandler, Router } from 'express'
import type { RateLimits } from '../core/http/rateLimits.ts'
import type { Services } from '../core/services.ts'

/** How far the panel is, and Next's handler once it can answer. */
export type PanelDoor = { state: () => 'building' | 'starting' | 'failed' | 'ready'; handler: () => RequestHandler | undefined }

/** What the web layer is given, beside the core's services. */
export type WebServices = Services & {
  rateLimits: RateLimits
  panel: PanelDoor
  /** Pages that exist only on a developer's machine: the mailbox, the previews of messages. */
  localPages?: Router
  areMigrationsApplied: () => Promise<boolean>
  isWorkerAlive?: () => Promise<boolean>
}
