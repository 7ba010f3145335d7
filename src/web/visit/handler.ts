import type { Request, Response } from 'express'
import type { WebServices } from '../services.ts'

/** A page or form of the portal. */
export type PortalHandler = (given: { services: WebServices; request: Request; response: Response }) => Promise<void>
