import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Request, RequestHandler, Response } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import type { PersonActor } from '../access/actor.ts'
import { httpProblem } from './httpProblem.ts'
import { noteVisitor } from './knownVisitor.ts'
import { refuseDeepNesting } from './nesting.ts'
import { requestBody } from './requestBody.ts'
import { pathOf } from './routeShape.ts'

/**
 * The largest bodies that the API takes, in bytes. No record of the panel holds a file: what comes in parts is the
 * panel's own form, one text.
 */
type BodyLimits = { json: number; multipart: number }

type RestOptions = {
  config: Promise<SanitizedConfig> | SanitizedConfig
  publicUrl: string
  limits?: BodyLimits
  /** Who is signed in, where an earlier step has found out; Payload then does not look again. */
  recognised?: (response: Response) => PersonActor | undefined
}

/**
 * Payload's REST API without Next, to be mounted at /api with no body parser before it. Addresses given to Payload
 * begin with PUBLIC_URL, whatever the Host header says. Bodies are read up to `limits` (413 beyond) and not nested too
 * deep (400) before Payload sees them; when the client leaves, Payload's request is aborted.
 */
export const payloadRest =
  ({
    config,
    publicUrl,
    limits = { json: 1_000_000, multipart: 1_100_000 },
    recognised,
  }: RestOptions): RequestHandler =>
  async (request, response) => {
    const largest = request.is('multipart/form-data') ? limits.multipart : limits.json
    if (Number(request.get('Content-Length') ?? 0) > largest) throw tooLarge()
    const left = new AbortController()
    response.once('close', () => left.abort())
    try {
      const body = hasBody(request)
        ? await new globalThis.Response(requestBody({ request, response, largest, tooLarge })).arrayBuffer()
        : undefined
      if (body) await refuseDeepNesting({ body, type: request.get('Content-Type') ?? '' })
      const forPayload = webRequest({ request, publicUrl, body, signal: left.signal })
      if (recognised) noteVisitor({ request: forPayload, visitor: recognised(response) })
      const answer = await handleEndpoints({ config, request: forPayload })
      await send({ answer, request, response })
    } catch (problem) {
      if (!left.signal.aborted) throw problem
    }
  }

const webRequest = ({
  request,
  publicUrl,
  body,
  signal,
}: {
  request: Request
  publicUrl: string
  body: ArrayBuffer | undefined
  signal: AbortSignal
}): globalThis.Request =>
  new Request(addressOf({ request, publicUrl }), {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    headers: headersOf(request),
    signal,
    ...(body ? { body } : {}),
  })

const hasBody = (request: Request): boolean =>
  !['GET', 'HEAD'].includes(request.method) &&
  (request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0)

/** The path and query as they came, under our own origin: `originalUrl`, because Express cuts the mount off `url`. */
const addressOf = ({ request, publicUrl }: { request: Request; publicUrl: string }): URL => {
  const address = new URL(publicUrl)
  address.pathname = pathOf(request.originalUrl)
  const query = request.originalUrl.indexOf('?')
  address.search = query === -1 ? '' : request.originalUrl.slice(query)
  return address
}

const headersOf = (request: Request): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each)
  }
  return headers
}

const send = async ({
  answer,
  request,
  response,
}: {
  answer: globalThis.Response
  request: Request
  response: Response
}): Promise<void> => {
  response.status(answer.status)
  answer.headers.forEach((value, name) => {
    if (!['set-cookie', 'x-powered-by'].includes(name)) response.setHeader(name, value)
  })
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
  if (answer.status === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', '30')
  if (answer.body === null || request.method === 'HEAD') {
    await answer.body?.cancel()
    response.end()
    return
  }
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), response)
}

const tooLarge = (): Error =>
  httpProblem({
    status: 413,
    rule: 'INPUT',
    reason: 'What you sent is too large.',
    nextStep: 'Send less text or a smaller file.',
  })
