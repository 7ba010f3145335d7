import type { RequestHandler } from 'express'
import type { WebServices } from '../services.ts'
import { forgetLink, keepToken } from './linkCookies.ts'

/**
 * The address of an emailed link. Mail programs follow it before any person does, so it changes nothing and asks
 * nothing of the database: the token goes into a cookie, and the browser on to an address without it.
 */
export const arrive =
  ({ environment: { publicUrl } }: WebServices): RequestHandler =>
  (request, response) => {
    const { token } = request.params
    if (typeof token === 'string' && /^[\w-]{43}$/.test(token)) keepToken({ response, publicUrl, value: token })
    else forgetLink({ response, publicUrl })
    response.redirect(303, '/consent')
  }
