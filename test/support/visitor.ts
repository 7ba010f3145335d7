import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import type { TestApp } from './app.ts'

/** Somebody with a browser: a cookie, perhaps, and the forms of our own pages. Redirects are given, not followed. */
export type Visitor = {
  get: (path: string) => Promise<Response>
  /** Sends a form of ours. A fresh key unless one is given, so that each counts once. */
  post: (path: string, fields?: Record<string, string>) => Promise<Response>
}

/**
 * A visitor of the application, signed in where a cookie is given. Answers of every status come back; none is thrown.
 */
export const visitor = (
  { app, publicUrl }: Pick<TestApp, 'app' | 'publicUrl'>,
  { cookie }: { cookie?: string } = {},
): Visitor => {
  const sent = (request: supertest.Test): supertest.Test =>
    cookie === undefined ? request : request.set('Cookie', cookie)
  return {
    get: async (path) => await sent(supertest(app).get(path)),
    post: async (path, fields = {}) =>
      await sent(supertest(app).post(path).set('Origin', publicUrl).type('form')).send({
        submissionKey: randomUUID(),
        ...fields,
      }),
  }
}

/** What a page says in its main part, as one line of text. */
export const wordsOf = ({ text }: Pick<Response, 'text'>): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(text)?.[1] ?? '')
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .trim()

/** The value of a page's hidden field. Throws when there is none. */
export const hiddenIn = ({ text }: Pick<Response, 'text'>, name: string): string => {
  const value = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(text)?.[1]
  if (value === undefined) throw new Error(`The page has no hidden field ${name}.`)
  return value
}
