import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { readSheet } from '../../../src/core/sheets/readSheet.ts'
import type { TestApp } from '../../support/app.ts'
import { textInPdf } from '../../support/pdfText.ts'

/** One answer as words: all of it, its head too, whether it is a page, a table or a file. */
type Told = { path: string; status: number; words: string }

/** Somebody who reads what they are given and follows every link in it. */
export type Reader = {
  get: (path: string) => Promise<Told>
  /** Everything that is reached from these addresses by links alone, each visited once. */
  follow: (starts: readonly string[]) => Promise<Told[]>
  post: (path: string, fields: Record<string, string>) => Promise<Told>
}

/** Opens one before the application, signed in where a cookie is given; cookies that they are given they keep. */
export const reader = (
  { app, publicUrl }: Pick<TestApp, 'app' | 'publicUrl'>,
  { cookie }: { cookie?: string } = {},
): Reader => {
  const agent = supertest.agent(app)
  if (cookie !== undefined) agent.set('Cookie', cookie)
  const get = async (path: string): Promise<Told> => told(path, await agent.get(path).buffer(true).parse(bytes))
  const post = async (path: string, fields: Record<string, string>): Promise<Told> =>
    told(
      path,
      await agent
        .post(path)
        .set('Origin', publicUrl)
        .type('form')
        .buffer(true)
        .parse(bytes)
        .send({ submissionKey: randomUUID(), ...fields }),
    )
  return {
    get,
    post,
    follow: async (starts) => {
      const seen = new Map<string, Told>()
      const waiting = [...starts]
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (seen.has(path) || seen.size >= MOST) continue
        const answer = await get(path)
        seen.set(path, answer)
        waiting.push(...linksIn({ words: answer.words, publicUrl }))
      }
      return [...seen.values()]
    },
  }
}

/** No reader of the tests comes near to so many pages: a stop for links that lead on for ever. */
const MOST = 250

const linksIn = ({ words, publicUrl }: { words: string; publicUrl: string }): string[] =>
  [...words.matchAll(/(?:href="|"location":")([^"#]+)/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&').replace(publicUrl, ''))
    .filter((link) => link.startsWith('/') && !link.startsWith('//') && !/^\/(assets|admin|api|sign-in)\b/.test(link))

const bytes = (
  answer: { on: (event: string, heard: (part: Buffer) => void) => unknown },
  done: (problem: Error | null, body: Buffer) => void,
): void => {
  const parts: Buffer[] = []
  answer.on('data', (part) => parts.push(part))
  answer.on('end', () => done(null, Buffer.concat(parts)))
}

const told = async (path: string, { status, headers, body }: Response): Promise<Told> => {
  const file = body as Buffer
  return { path, status, words: `${JSON.stringify(headers)}\n${Buffer.isBuffer(file) ? await wordsIn(file) : ''}` }
}

const wordsIn = async (file: Buffer): Promise<string> => {
  const text = file.toString('utf8')
  if (text.startsWith('%PDF')) return `${text}\n${pdfWords(file)}`
  if (text.startsWith('PK'))
    return JSON.stringify(
      (await readSheet({ bytes: file, limits: { bytes: 10_000_000, rows: 10_000 }, by: 'a test' })).pages[0]?.rows,
    )
  return text
}

/** A scan is handed over as it is, and is none of our own PDFs. */
const pdfWords = (file: Buffer): string => {
  if (!file.includes('/ToUnicode')) return ''
  const { pieces, spoken } = textInPdf(file)
  return [...pieces, ...spoken].join(' ')
}
