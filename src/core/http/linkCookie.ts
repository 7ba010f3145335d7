import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'

/** A cookie that carries the secret of an emailed link from its address to a page whose address tells nothing. */
export type LinkCookie = {
  keep: (given: { response: Response; token: string }) => void
  /** The secret, or undefined when there is none in the form that our links have. */
  read: (request: Request) => string | undefined
  forget: (given: { response: Response }) => void
}

/**
 * Makes the cookie of one kind of link. As with a sign-in the browser sends it to this very host alone over https; it
 * lasts half an hour unless told, and is sent along when somebody comes from their mail program.
 */
export const linkCookie = ({
  name,
  publicUrl,
  seconds = HALF_AN_HOUR,
}: {
  name: string
  publicUrl: string
  seconds?: number
}): LinkCookie => {
  const secure = publicUrl.startsWith('https://')
  const attributes = {
    name: secure ? `__Host-${name}` : name,
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
  } as const
  return {
    keep: ({ response, token }) => {
      response.append('Set-Cookie', stringifySetCookie({ ...attributes, value: token, maxAge: seconds }))
    },
    read: (request) => {
      const token = parseCookie(request.headers.cookie ?? '')[attributes.name]
      return isLinkToken(token) ? token : undefined
    },
    forget: ({ response }) => {
      response.append('Set-Cookie', stringifySetCookie({ ...attributes, value: '', maxAge: 0 }))
    },
  }
}

/** Whether a text has the form of the secret in our links: 256 bits as base64url. */
export const isLinkToken = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text)

const HALF_AN_HOUR = 30 * 60
