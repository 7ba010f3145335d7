import type { Request, Response } from 'express'
import { httpProblem } from './httpProblem.ts'
import { requestBody } from './requestBody.ts'

/** A form that came with a file: its texts by name, and the file's name and bytes. */
export type UploadedForm = { fields: Readonly<Record<string, string>>; file: { name: string; bytes: Buffer } | undefined }

/**
 * Reads a multipart form with one small file into memory, for the routes that take one. Nothing is written to disk. 413 beyond
 * `largest` bytes for the whole form, 400 for what is no such form.
 */
export const readUploadedForm = async ({ request, response, fileField, largest }: { request: Request; response: Response; fileField: string; largest: number }): Promise<UploadedForm> => {
  const type = request.get('Content-Type') ?? ''
  if (!request.is('multipart/form-data')) throw noForm()
  if (Number(request.get('Content-Length') ?? 0) > largest) throw tooLarge(largest)
  const whole = await new globalThis.Response(requestBody({ request, response, largest, tooLarge: () => tooLarge(largest) })).arrayBuffer()
  const form = await new globalThis.Response(whole, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw noForm()
  })
  const file = form.get(fileField)
  return {
    fields: Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    file: file instanceof File && file.size > 0 ? { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) } : undefined,
  }
}

const tooLarge = (largest: number): Error =>
  httpProblem({ status: 413, rule: 'INPUT', reason: `The file is larger than ${Math.round(largest / 1000)} kB.`, nextStep: 'Leave out pictures and other sheets, or bring it in two parts.' })

const noForm = (): Error => httpProblem({ status: 400, rule: 'INPUT', reason: 'We could not read what was sent.', nextStep: 'Go back, choose the file again, and send it once more.' })
