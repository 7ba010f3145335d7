import type { RequestHandler } from 'express'
import { offlineReader } from '../design/assets.ts'

/**
 * The worker that gives a policy's page again without signal. Anybody may have it: it holds nothing, and a browser asks
 * for it now and then by itself.
 */
export const giveOfflineReader: RequestHandler = (_request, response) => {
  response.setHeader('Service-Worker-Allowed', '/portal/policies')
  response.type('text/javascript').send(offlineReader)
}
