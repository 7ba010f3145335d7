import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request, Response } from 'express'
import {
  COMPLETE_LANGUAGES,
  isComplete,
  wordsIn,
  type PageLanguage,
  type ParentWords,
} from '../../programme/people/parentWords/parentWords.ts'

const COOKIE = 'parents-language'

/** For so many seconds a browser keeps the language that was chosen in it: as long as its link. */
const KEPT_SECONDS = 120 * 60

/**
 * The language of a page for parents. `own`: the languages that there are for the holder of a link, their own first;
 * left out where nobody knows who reads: then what the browser asks for decides, until somebody chooses.
 */
export const languageFor = ({ request, own }: { request: Request; own?: readonly PageLanguage[] }): PageLanguage => {
  const offered: readonly PageLanguage[] = own ?? ['en', ...COMPLETE_LANGUAGES]
  const chosen = parseCookie(request.headers.cookie ?? '')[COOKIE]
  if (isComplete(chosen) && offered.includes(chosen)) return chosen
  if (own !== undefined) return own[0] ?? 'en'
  const asked = request.acceptsLanguages([...offered])
  return isComplete(asked) ? asked : 'en'
}

/** Keeps the language that somebody chose in this browser, and says whether there is such a one. */
export const keepLanguage = ({
  response,
  publicUrl,
  language,
}: {
  response: Response
  publicUrl: string
  language: unknown
}): boolean => {
  if (!isComplete(language)) return false
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: COOKIE,
      value: language,
      httpOnly: true,
      secure: publicUrl.startsWith('https://'),
      sameSite: 'lax',
      path: '/',
      maxAge: KEPT_SECONDS,
    }),
  )
  return true
}

/** Has a page about a problem, if there is one later, speak the language of the page that was asked for. */
export const speakIn = (response: Response, words: ParentWords): void => {
  response.locals.parentWords = words
}

/** The words in which this request is answered; undefined where it is none of a parent’s. */
export const wordsOf = (response: Response): ParentWords | undefined =>
  response.locals.parentWords as ParentWords | undefined

/** The words of a page of which nobody knows who reads it. */
export const openWords = ({ request, response }: { request: Request; response: Response }): ParentWords => {
  const words = wordsIn(languageFor({ request }))
  speakIn(response, words)
  return words
}
