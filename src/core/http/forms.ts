import express, { type RequestHandler } from 'express'
import { httpProblem } from './httpProblem.ts'

/**
 * Reads an ordinary form into `request.body`, for the routers that have forms; never for the whole app, because Payload
 * and Next read their bodies themselves. A field that comes several times is a list of texts, in order; there is no
 * deeper nesting. A line break is one letter, however it was sent. 413 beyond the limits, 400 for a text with a NUL, which PostgreSQL cannot store.
 */
export const parseForm = ({
  kilobytes = 200,
  fields = 400,
}: { kilobytes?: number; fields?: number } = {}): RequestHandler[] => [
  express.urlencoded({ extended: false, limit: `${kilobytes}kb`, parameterLimit: fields, inflate: false }),
  (request, _response, next) => {
    request.body ??= {}
    if (
      Object.entries(request.body as Record<string, string | string[]>)
        .flat(2)
        .some((text) => text.includes('\0'))
    )
      throw unprintable()
    request.body = Object.fromEntries(
      Object.entries(request.body as Record<string, string | string[]>).map(([name, texts]) => [
        name,
        typeof texts === 'string' ? withPlainBreaks(texts) : texts.map(withPlainBreaks),
      ]),
    )
    next()
  },
]

/** A line break is one letter, as in the box in which it was typed; browsers send two. */
export const withPlainBreaks = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** The values of a field that may come several times, such as ticked boxes: none, one or many. */
export const listOf = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : [...value]

const unprintable = (): Error =>
  httpProblem({
    status: 400,
    rule: 'INPUT',
    reason: 'The text holds a character that cannot be stored.',
    nextStep: 'Type it again rather than pasting it.',
  })
