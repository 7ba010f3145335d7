import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { linkToken } from './linkTokens.ts'

/**
 * A value that a browser holds for us and can neither read nor change: sealed with the key, stored nowhere. `purpose`
 * keeps what is sealed for one thing from being opened for another.
 */
export const seal = ({ payload, purpose, value }: { payload: Payload; purpose: string; value: unknown }): string => {
  const start = randomBytes(START_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor({ payload, purpose }), start)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; undefined for anything that was not, or for another purpose. */
export const unseal = ({
  payload,
  purpose,
  sealed,
}: {
  payload: Payload
  purpose: string
  sealed: string
}): unknown => {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= START_BYTES + MARK_BYTES) return undefined
  try {
    const cipher = createDecipheriv(CIPHER, keyFor({ payload, purpose }), bytes.subarray(0, START_BYTES))
    cipher.setAuthTag(bytes.subarray(START_BYTES, START_BYTES + MARK_BYTES))
    const opened = Buffer.concat([cipher.update(bytes.subarray(START_BYTES + MARK_BYTES)), cipher.final()])
    return JSON.parse(opened.toString('utf8'))
  } catch {
    return undefined
  }
}

const CIPHER = 'aes-256-gcm'
const START_BYTES = 12
const MARK_BYTES = 16

const keyFor = ({ payload, purpose }: { payload: Payload; purpose: string }): Buffer =>
  Buffer.from(linkToken({ payload, subject: { purpose: `sealed ${purpose}`, id: '', number: 1 } }), 'base64url')
