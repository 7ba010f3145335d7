import type { RequestHandler, Router } from 'express'
import type { RateLimits } from '../core/http/rateLimits.ts'
import type { Services } from '../core/services.ts'

/**
 * The panel that can answer: Next's handler for its pages, and the one that gives out the files of its build.
 * `isReloading`: for those who work on it, Next itself gives out what it has just made; never in a real deployment.
 */
export type OpenedPanel = { pages: RequestHandler; files: RequestHandler; isReloading?: boolean }

/** How far the panel is, and what answers for it once it can. */
export type PanelDoor = {
  state: () => 'building' | 'starting' | 'failed' | 'ready'
  opened: () => OpenedPanel | undefined
}

/** What the web layer is given, beside the core's services. */
export type WebServices = Services & {
  rateLimits: RateLimits
  panel: PanelDoor
  /** Pages that exist only on a developer's machine: the mailbox, the previews of messages. */
  localPages?: Router
  areMigrationsApplied: () => Promise<boolean>
  isWorkerAlive?: () => Promise<boolean>
}
