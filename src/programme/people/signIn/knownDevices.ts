import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { linkToken } from '../../../core/access/linkTokens.ts'

/** Whose device it is, and with which password: another password, and the device is a stranger again. */
export type DeviceOwner = { userId: string; passwordDigest: string }

/**
 * What a device remembers once more: that the owner signed in on it. Signed, and of no use for any other account.
 * Beside it stay up to three marks of other people who share the device, newest first.
 */
export const rememberDevice = ({
  payload,
  owner,
  remembered,
}: {
  payload: Payload
  owner: DeviceOwner
  remembered: string
}): string => {
  const known = knownDevice({ payload, owner, remembered })
  const id = known ?? randomBytes(ID_BYTES).toString('base64url')
  const others = marksIn(remembered).filter((mark) => idOf(mark) !== known)
  return [`${id}${signatureOf({ payload, owner, id })}`, ...others].slice(0, MOST_MARKS).join('.')
}

/**
 * The id of the device when the account's owner signed in on it before, with the password that they have now; else
 * undefined. As much work whatever the answer.
 */
export const knownDevice = ({
  payload,
  owner = NOBODY,
  remembered,
}: {
  payload: Payload
  owner?: DeviceOwner
  remembered: string
}): string | undefined => {
  const mark = marksIn(remembered).find((one) =>
    isSame(one.slice(ID_LETTERS), signatureOf({ payload, owner, id: idOf(one) })),
  )
  return mark === undefined || owner === NOBODY ? undefined : idOf(mark)
}

const ID_BYTES = 16
const ID_LETTERS = 22
const MOST_MARKS = 4
const NOBODY: DeviceOwner = { userId: 'nobody', passwordDigest: 'no password' }

const idOf = (mark: string): string => mark.slice(0, ID_LETTERS)

const marksIn = (remembered: string): string[] =>
  remembered
    .split('.')
    .filter((mark) => /^[A-Za-z0-9_-]{65}$/.test(mark))
    .slice(0, MOST_MARKS)

const signatureOf = ({
  payload,
  owner: { userId, passwordDigest },
  id,
}: {
  payload: Payload
  owner: DeviceOwner
  id: string
}): string =>
  linkToken({ payload, subject: { purpose: 'known-device', id: `${userId}\n${id}\n${passwordDigest}`, number: 1 } })

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))
