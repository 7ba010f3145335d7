import { isIP } from 'node:net'
import { z } from 'zod'

/** A variable that must be there; `advice` says what to put in it. */
export const words = ({ name, advice }: { name: string; advice: string }) =>
  z.string({ error: `${name} is not set. ${advice}` }).trim()

/** A variable that must be one of a few words. */
export const oneOf = <const Value extends string>({
  name,
  values,
}: {
  name: string
  values: readonly [Value, ...Value[]]
}) =>
  z.enum(values, {
    error: ({ input }) =>
      `${name} is ${input === undefined ? 'not set' : 'none of its possible values'}. Set it to ${listed(values)}.`,
  })

/** A variable that is a whole number within limits. */
export const wholeNumber = ({ name, from, to, advice }: { name: string; from: number; to: number; advice: string }) =>
  words({ name, advice })
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `${name} must be a whole number from ${from} to ${to}. ${advice}`,
    })
    .transform(Number)

/** A variable that is a TCP port to listen on. */
export const listenPort = ({ name }: { name: string }) =>
  wholeNumber({ name, from: 1, to: 65_535, advice: 'Set it to a free port on this machine, such as 3000.' })

/** A variable that is an address of this machine to listen on: an IP address, or localhost. */
export const hostAddress = ({ name }: { name: string }) => {
  const advice =
    'Set it to an address of this machine, such as 127.0.0.1 for this machine alone or 0.0.0.0 for everybody who can reach it.'
  return words({ name, advice }).refine((text) => text === 'localhost' || isIP(text) !== 0, {
    error: `${name} is not an address of a machine. ${advice}`,
  })
}

/**
 * A variable that is the origin people type in, with nothing after the host and port. Gives it without a slash at its
 * end.
 */
export const publicOrigin = ({ name, httpsOnly }: { name: string; httpsOnly: boolean }) => {
  const advice = `Set it to the address people type, such as ${httpsOnly ? 'https://mentoring.example.org' : 'http://localhost:3000'}.`
  return words({ name, advice })
    .refine((text) => isBareOrigin(text), {
      error: `${name} must be a web address without a path, a name or a password. ${advice}`,
      abort: true,
    })
    .refine((text) => !httpsOnly || text.startsWith('https://'), {
      error: `${name} must begin with https:// in production, because phones and sign-in need it. ${advice}`,
    })
    .transform((text) => new URL(text).origin)
}

/** A variable that is the address of a PostgreSQL database, with its role. */
export const postgresAddress = ({ name }: { name: string }) => {
  const advice = 'Set it to an address such as postgres://role:password@host:5432/mentoring.'
  return words({ name, advice }).refine(
    (text) => hasScheme(text, ['postgres:', 'postgresql:']) && new URL(text).pathname.length > 1,
    {
      error: `${name} is not the address of a PostgreSQL database. ${advice}`,
    },
  )
}

/** A variable that is the address of the mail server. */
export const smtpAddress = ({ name }: { name: string }) => {
  const advice =
    'Set it to the mail server that sends our messages, such as smtps://name:password@mail.example.org:465.'
  return words({ name, advice }).refine(
    (text) => hasScheme(text, ['smtp:', 'smtps:']) && new URL(text).hostname !== '',
    {
      error: `${name} is not the address of a mail server. ${advice}`,
    },
  )
}

/** A variable that is a domain, such as bounces.example.org. */
export const domainName = ({ name }: { name: string }) => {
  const advice = 'Set it to a domain that takes mail, such as returned.example.org.'
  return words({ name, advice }).refine((text) => /^(?=.{1,180}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text), {
    error: `${name} is not a domain. ${advice}`,
  })
}

/**
 * A variable that is a secret. When `strong`, it must be long, of many different characters and not a sample from a
 * manual.
 */
export const secret = ({ name, strong }: { name: string; strong: boolean }) => {
  const advice = 'Make one with `openssl rand -base64 48` and keep it out of the repository.'
  return words({ name, advice })
    .refine((text) => !strong || text.length >= 32, {
      error: `${name} is shorter than 32 characters. ${advice}`,
      abort: true,
    })
    .refine((text) => !strong || !isGuessable(text), {
      error: `${name} is a sample or too simple to be a secret. ${advice}`,
    })
}

const isGuessable = (text: string): boolean =>
  new Set(text).size < 12 ||
  /change.?me|replace.?me|default|example|password|your.?secret|payload.?secret|link.?secret|local.?only/i.test(text)

const isBareOrigin = (text: string): boolean => {
  if (!hasScheme(text, ['http:', 'https:'])) return false
  const { pathname, search, hash, username, password } = new URL(text)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}

const hasScheme = (text: string, schemes: readonly string[]): boolean =>
  URL.canParse(text) && schemes.includes(new URL(text).protocol)

const listed = (values: readonly string[]): string => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
