import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The addresses to which a mail server returns what it could not deliver: one for each message, so that what comes back
 * says which it was.
 */
export type ReturnPaths = {
  /** The address for a message, for its envelope. Nobody without the key can make one. */
  addressOf: (notificationId: string) => string
  /** Which message an address belongs to; undefined where it was not made with the key. */
  messageOf: (address: string) => string | undefined
}

/** Makes them for the domain at which returned messages arrive. The address names a message and opens nothing. */
export const returnPaths = ({ key, domain }: { key: string; domain: string }): ReturnPaths => {
  const sealOf = (plainId: string): string =>
    createHmac('sha256', key).update(`return-path\n${plainId}`).digest('hex').slice(0, SEAL_LENGTH)
  return {
    addressOf: (notificationId) => {
      const plainId = notificationId.replaceAll('-', '')
      return `returned+${plainId}-${sealOf(plainId)}@${domain}`
    },
    messageOf: (address) => {
      // Mail servers on the way may have changed the case of the letters.
      const [, plainId = '', seal = '', at = ''] =
        /^<?returned\+([0-9a-f]{32})-([0-9a-f]{20})@([^\s<>@]+)>?$/.exec(address.trim().toLowerCase()) ?? []
      if (!plainId || at !== domain.toLowerCase() || !timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(plainId))))
        return undefined
      return plainId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
  }
}

/** 80 bits: with the id the address stays under the 64 letters that stand before an @. */
const SEAL_LENGTH = 20
