import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'

/** A cookie by which a device is known again after signing out. It opens nothing. */
export type DeviceCookie = {
  keep: (given: { response: Response; remembered: string }) => void
  /** What the device remembers; empty where it has never been here. */
  read: (request: Request) => string
}

/**
 * Makes the cookie. As with a sign-in the browser sends it to this very host alone over https; it lasts as long as
 * browsers let one.
 */
export const deviceCookie = ({ publicUrl }: { publicUrl: string }): DeviceCookie => {
  const secure = publicUrl.startsWith('https://')
  const attributes = {
    name: secure ? '__Host-known-device' : 'known-device',
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
  } as const
  return {
    keep: ({ response, remembered }) => {
      response.append('Set-Cookie', stringifySetCookie({ ...attributes, value: remembered, maxAge: LONGEST_SECONDS }))
    },
    read: (request) => (parseCookie(request.headers.cookie ?? '')[attributes.name] ?? '').slice(0, MOST_LETTERS),
  }
}

const LONGEST_SECONDS = 400 * 24 * 60 * 60
const MOST_LETTERS = 1_000
