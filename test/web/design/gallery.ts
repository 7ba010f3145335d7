import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pagePolicy } from '../../../src/core/http/contentSecurityPolicy.ts'
import { findAsset } from '../../../src/web/design/assets.ts'
import { renderPage } from '../../../src/web/design/renderPage.ts'
import { galleryPages } from '../../../src/web/gallery/pages.tsx'

const NONCE = 'the-nonce-of-the-gallery'
const pages = galleryPages({ nonce: NONCE })

/** The addresses of its pages. */
export const galleryAddresses = Object.keys(pages)

/** Serves the gallery under the portal's own content security policy. Stop it with `close`. */
export const serveGallery = async (): Promise<{ baseUrl: string; close: () => Promise<void> }> => {
  const server: Server = createServer((request, response) => {
    const address = request.url ?? '/'
    const page = pages[address]
    const asset = findAsset({ href: address })
    response.setHeader('content-security-policy', pagePolicy({ nonce: NONCE, https: false }))
    if (page)
      response
        .writeHead(address === '/admin' ? 503 : 200, { 'content-type': 'text/html; charset=utf-8' })
        .end(renderPage(page))
    else if (asset) response.writeHead(200, { 'content-type': asset.contentType, etag: asset.etag }).end(asset.body)
    else response.writeHead(404, { 'content-type': 'text/plain' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
