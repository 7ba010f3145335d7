import { isIP, isIPv6 } from 'node:net'
import type { Express, Request } from 'express'

/**
 * Tells Express how many proxies of ours stand in front. The client's address is then read exactly that many steps back
 * in X-Forwarded-For, so that what a client writes there itself is never believed; with none the header is ignored.
 */
export const trustProxies = ({ app, hops }: { app: Express; hops: number }): void => {
  app.set('trust proxy', hops === 0 ? false : hops)
}

/**
 * The client's address for counting its tries. IPv4 in IPv6 clothes counts as IPv4, and IPv6 by its first 64 bits,
 * because one household or attacker holds all of those. Never written to a log.
 */
export const clientAddress = (request: Pick<Request, 'ip' | 'socket'>): string => {
  const address = addressOf(request)
  return isIPv6(address) ? firstGroups(address, 4) : address
}

/**
 * The same more broadly, for counting what comes from many addresses at once: IPv6 by its first 48 bits, of which a
 * site holds all; IPv4 as it is.
 */
export const clientSite = (request: Pick<Request, 'ip' | 'socket'>): string => {
  const address = addressOf(request)
  return isIPv6(address) ? firstGroups(address, 3) : address
}

const addressOf = (request: Pick<Request, 'ip' | 'socket'>): string => {
  const told = plain(request.ip)
  return isIP(told) ? told : plain(request.socket.remoteAddress)
}

const plain = (address = ''): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

/** The first groups of an IPv6 address, zeros written out. */
const firstGroups = (address: string, count: number): string => {
  const [before = '', after] = address.toLowerCase().split('::')
  const start = groupsOf(before)
  const end = groupsOf(after ?? '')
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0')
  return [...start, ...zeros, ...end]
    .slice(0, count)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))
