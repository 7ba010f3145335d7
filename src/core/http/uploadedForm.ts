import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import busboy, { type Busboy } from 'busboy'
import type { Request, Response } from 'express'
import { withPlainBreaks } from './forms.ts'
import { httpProblem, wordsWithin } from './httpProblem.ts'
import { requestBody } from './requestBody.ts'

/** A form that came with a file: its texts by name, and the file's name and bytes. */
export type UploadedForm = {
  fields: Readonly<Record<string, string>>
  file: { name: string; bytes: Buffer } | undefined
}

/**
 * Reads a multipart form with one small file into memory, for the routes that take one, piece by piece as it comes, so
 * that others are served between. Nothing is written to disk. 413 beyond `largest` bytes for the file and what a form
 * takes around it, with `smaller`: what to do about a file of the kind that is asked for here; 400 for what is no such
 * form, or has more parts than one of ours.
 */
export const readUploadedForm = async ({
  request,
  response,
  fileField,
  largest,
  smaller,
}: {
  request: Request
  response: Response
  fileField: string
  largest: number
  smaller: string
}): Promise<UploadedForm> => {
  if (!request.is('multipart/form-data')) throw noForm()
  const tooLarge = (): Error => largerThan({ largest, smaller })
  const most = largest + FORM_AROUND_IT
  if (Number(request.get('Content-Length') ?? 0) > most) throw tooLarge()
  const parser = parserOf(request)
  const form = gathered({ parser, fileField })
  const body = requestBody({ request, response, largest: most, tooLarge })
  await pipeline(Readable.fromWeb(body as NodeReadableStream), parser).catch((problem: unknown) => {
    throw wordsWithin(problem) ? problem : noForm()
  })
  return form()
}

/** Our forms have a file and a handful of short texts. */
const LIMITS = { files: 1, fields: 20, parts: 20, fieldNameSize: 100, fieldSize: 10_000, headerPairs: 20 }

const parserOf = (request: Request): Busboy => {
  try {
    return busboy({ headers: request.headers, limits: LIMITS, defParamCharset: 'utf8' })
  } catch {
    throw noForm()
  }
}

const gathered = ({ parser, fileField }: { parser: Busboy; fileField: string }): (() => UploadedForm) => {
  const fields: Record<string, string> = {}
  const pieces: Buffer[] = []
  let fileName = ''
  const refuse = (): void => void parser.destroy(noForm())
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) return refuse()
    fields[name] = withPlainBreaks(value)
  })
  parser.on('file', (name, stream, { filename }) => {
    // A form that breaks off breaks its file too; the parser tells of it, and an error that nobody hears would end the
    // process.
    stream.on('error', () => undefined)
    if (name !== fileField) return void stream.resume()
    fileName = filename ?? ''
    stream.on('data', (piece: Buffer) => pieces.push(piece))
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, refuse)
  return () => {
    const bytes = Buffer.concat(pieces)
    return { fields, file: bytes.length > 0 ? { name: fileName, bytes } : undefined }
  }
}

/** What a form's own parts take beside the file. */
const FORM_AROUND_IT = 10_000

const largerThan = ({ largest, smaller }: { largest: number; smaller: string }): Error =>
  httpProblem({
    status: 413,
    rule: 'INPUT',
    reason: `The file is larger than ${largest / 1_000_000} MB.`,
    nextStep: smaller,
  })

const noForm = (): Error =>
  httpProblem({
    status: 400,
    rule: 'INPUT',
    reason: 'We could not read what was sent.',
    nextStep: 'Go back, choose the file again, and send it once more.',
  })
