import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { panelPolicy, panelScriptHosts, pagePolicy } from './contentSecurityPolicy.ts'

const TWO_YEARS_IN_SECONDS = 63_072_000

/**
 * The headers of every answer: a content policy with a fresh nonce, no framing, no sniffing, no storing of anything but
 * the public files, and https for good where PUBLIC_URL has it. The nonce for our one script is `nonceOf(response)`.
 */
export const securityHeaders = ({ publicUrl }: { publicUrl: string }): RequestHandler[] => {
  const https = publicUrl.startsWith('https://')
  return [
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: https ? { maxAge: TWO_YEARS_IN_SECONDS, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (request, response, next) => {
      const nonce = randomBytes(16).toString('base64')
      response.locals.nonce = nonce
      response.setHeader('Content-Security-Policy', pagePolicy({ nonce, https }))
      response.setHeader('Permissions-Policy', permissionsPolicy)
      if (!/^\/(assets|_next\/static)\//.test(request.path)) response.setHeader('Cache-Control', 'no-store')
      next()
    },
  ]
}

/** The nonce that this answer's script tag must carry; empty where `securityHeaders` has not run. */
export const nonceOf = (response: Response): string => String(response.locals.nonce ?? '')

/**
 * The panel's own content policy, for /admin in front of Next. Next reads the nonce for its scripts from the request's
 * header of the same name, so whatever a client sent there is replaced. `development` allows what Next's reloading
 * needs.
 */
export const panelHeaders = ({
  publicUrl,
  development,
}: {
  publicUrl: string
  development: boolean
}): RequestHandler => {
  const https = publicUrl.startsWith('https://')
  return (request, response, next) => {
    const policy = panelPolicy({ nonce: nonceOf(response), https, development })
    delete request.headers['content-security-policy-report-only']
    request.headers['content-security-policy'] = policy
    response.setHeader('Content-Security-Policy', [policy, panelScriptHosts({ development })])
    next()
  }
}

/**
 * For pages whose address holds a token: no later request tells that address, not even one to ourselves. `no-referrer`
 * would be stricter, but browsers then send `Origin: null` with the page's own form, and it would be refused as
 * foreign.
 */
export const keepAddressPrivate: RequestHandler = (_request, response, next) => {
  response.setHeader('Referrer-Policy', 'strict-origin')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  next()
}

const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')
