import { parseCookie, stringifySetCookie } from 'cookie'
import type { Response } from 'express'

/**
 * The cookie that holds the opaque session token. Over https it is `__Host-session`, which the browser sends to this
 * very host alone and no sibling address can plant; on a local http start it is `session`.
 */
export const sessionCookieName = ({ publicUrl }: { publicUrl: string }): string =>
  isSecure(publicUrl) ? '__Host-session' : 'session'

/** Gives the browser its session token, until it is closed or for `secondsToLive`. */
export const setSessionCookie = ({
  response,
  publicUrl,
  token,
  secondsToLive,
}: {
  response: Response
  publicUrl: string
  token: string
  secondsToLive?: number
}): void => {
  response.append('Set-Cookie', stringifySetCookie({ ...attributes(publicUrl), value: token, maxAge: secondsToLive }))
}

/** Takes the session token from the browser, and what it kept for reading without signal [SAF-12]. */
export const clearSessionCookie = ({ response, publicUrl }: { response: Response; publicUrl: string }): void => {
  response.append('Set-Cookie', stringifySetCookie({ ...attributes(publicUrl), value: '', maxAge: 0 }))
  response.setHeader('Clear-Site-Data', '"storage"')
}

/** The session token in a Cookie header, or undefined. */
export const readSessionCookie = ({
  cookieHeader,
  publicUrl,
}: {
  cookieHeader: string | null | undefined
  publicUrl: string
}): string | undefined => parseCookie(cookieHeader ?? '')[sessionCookieName({ publicUrl })] || undefined

const attributes = (publicUrl: string) =>
  ({
    name: sessionCookieName({ publicUrl }),
    httpOnly: true,
    secure: isSecure(publicUrl),
    sameSite: 'lax',
    path: '/',
  }) as const

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https://')
