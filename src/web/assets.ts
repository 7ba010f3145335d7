import { Router } from 'express'
import { findAsset } from './design/assets.ts'
import type { WebServices } from './services.ts'

/** The design's files, under addresses that change with their content, so that a browser keeps them for ever. */
export const serveAssets = (_services: WebServices): Router => {
  const router = Router()
  router.get('/assets/:file', (request, response, next) => {
    const found = findAsset({ href: `/assets/${request.params.file}` })
    if (!found) return next()
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('ETag', found.etag)
    response.type(found.contentType).send(found.body)
  })
  return router
}
