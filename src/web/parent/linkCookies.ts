import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'

/**
 * How long a browser keeps a parent's link, in minutes, from when the link was pressed and again from when the date of
 * birth was given.
 */
export const LINK_MINUTES = 120

/** What a parent's browser holds of their link: the token itself, and the proof that the date of birth was given. */
export type LinkCookies = { token: string | undefined; pass: string | undefined }

type Setting = { response: Response; publicUrl: string; value: string }

/** The link's cookies of a request. */
export const readLinkCookies = ({ request, publicUrl }: { request: Request; publicUrl: string }): LinkCookies => {
  const sent = parseCookie(request.headers.cookie ?? '')
  return {
    token: sent[nameOf({ part: 'consent', publicUrl })] || undefined,
    pass: sent[nameOf({ part: 'consent-pass', publicUrl })] || undefined,
  }
}

/**
 * Takes the token out of the address into a cookie that no script can read and that no other site's form can send
 * along.
 */
export const keepToken = ({ value, ...where }: Setting): void => setCookie({ part: 'consent', value, ...where })

/** Keeps the proof that the date of birth was given. */
export const keepPass = ({ value, ...where }: Setting): void => setCookie({ part: 'consent-pass', value, ...where })

/** Takes the link from this browser. */
export const forgetLink = (where: Omit<Setting, 'value'>): void => {
  setCookie({ part: 'consent', value: '', ...where })
  setCookie({ part: 'consent-pass', value: '', ...where })
}

const setCookie = ({ part, response, publicUrl, value }: Setting & { part: Part }): void => {
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: nameOf({ part, publicUrl }),
      value,
      httpOnly: true,
      secure: isSecure(publicUrl),
      sameSite: 'lax',
      path: '/',
      maxAge: value === '' ? 0 : LINK_MINUTES * 60,
    }),
  )
}

type Part = 'consent' | 'consent-pass'

/** With the prefix the browser takes the cookie from this very host over https alone. */
const nameOf = ({ part, publicUrl }: { part: Part; publicUrl: string }): string =>
  isSecure(publicUrl) ? `__Host-${part}` : part

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https://')
