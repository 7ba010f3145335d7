import { z } from 'zod'
import { unsafeSwitches } from './unsafeSwitches.ts'
import {
  domainName,
  hostAddress,
  listenPort,
  oneOf,
  postgresAddress,
  publicOrigin,
  secret,
  smtpAddress,
  wholeNumber,
  words,
} from './variables.ts'

/** Every setting that comes from outside the programme, checked once at the start. */
export type Environment = {
  appMode: 'local' | 'production'
  /** The origin people type, without a slash at its end: `https://mentoring.example.org`. */
  publicUrl: string
  port: number
  /**
   * The address of this machine to listen on; left out, a real deployment listens on all of them and a local start on
   * this machine alone.
   */
  host?: string
  databaseUrl: string
  databaseOwnerUrl?: string
  payloadSecret: string
  linkSecret: string
  smtpUrl: string
  mailFrom: string
  /** At which domain messages that could not be delivered come back; left out, they come back to `mailFrom`. */
  mailReturnDomain?: string
  /** With what the mail server signs what it tells of our messages; left out, nobody is listened to. */
  mailEventsKey?: string
  /**
   * How many proxies stand between the internet and this process; the client's address is read that many steps back.
   */
  trustedProxyHops: number
  worker: 'inline' | 'off' | 'only'
  metricsPort?: number
  logLevel: string
  dataDirectory: string
}

/**
 * Reads the environment from `source` (usually `process.env`, with a local start's own values filled in by the caller;
 * no secret is ever made up here). Throws one error whose message lists every wrong variable, one sentence each: what
 * is wrong and what to do. In production, weak secrets and an address without https are among what is wrong.
 */
export const readEnvironment = ({ source }: { source: Record<string, string | undefined> }): Environment => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const production = given.APP_MODE === 'production'
  const read = schema({ production }).safeParse(given)
  const sentences = [
    ...sentencesOf(read.error),
    ...clashes({ given, production }),
    ...(production ? unsafeSwitches(given) : []),
  ]
  if (!read.success || sentences.length > 0) throw new Error(withHeading(sentences))
  const { data } = read
  return {
    appMode: data.APP_MODE,
    publicUrl: data.PUBLIC_URL,
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    payloadSecret: data.PAYLOAD_SECRET,
    linkSecret: data.LINK_SECRET,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    mailReturnDomain: data.MAIL_RETURN_DOMAIN,
    mailEventsKey: data.MAIL_EVENTS_KEY,
    trustedProxyHops: data.TRUST_PROXY_HOPS,
    worker: data.WORKER,
    metricsPort: data.METRICS_PORT,
    logLevel: data.LOG_LEVEL,
    dataDirectory: data.DATA_DIRECTORY,
  }
}

const schema = ({ production }: { production: boolean }) =>
  z.object({
    APP_MODE: oneOf({ name: 'APP_MODE', values: ['local', 'production'] }),
    PUBLIC_URL: publicOrigin({ name: 'PUBLIC_URL', httpsOnly: production }),
    PORT: listenPort({ name: 'PORT' }).default(3000),
    HOST: hostAddress({ name: 'HOST' }).optional(),
    DATABASE_URL: postgresAddress({ name: 'DATABASE_URL' }),
    DATABASE_OWNER_URL: postgresAddress({ name: 'DATABASE_OWNER_URL' }).optional(),
    PAYLOAD_SECRET: secret({ name: 'PAYLOAD_SECRET', strong: production }),
    LINK_SECRET: secret({ name: 'LINK_SECRET', strong: production }),
    SMTP_URL: smtpAddress({ name: 'SMTP_URL' }),
    MAIL_FROM: words({
      name: 'MAIL_FROM',
      advice: 'Set it to the address that messages come from, such as "Kids on Track <hello@example.org>".',
    }),
    MAIL_RETURN_DOMAIN: domainName({ name: 'MAIL_RETURN_DOMAIN' }).optional(),
    MAIL_EVENTS_KEY: secret({ name: 'MAIL_EVENTS_KEY', strong: production }).optional(),
    TRUST_PROXY_HOPS: proxyHops({ production }),
    WORKER: oneOf({ name: 'WORKER', values: ['inline', 'off', 'only'] }).default('inline'),
    METRICS_PORT: listenPort({ name: 'METRICS_PORT' }).optional(),
    LOG_LEVEL: oneOf({
      name: 'LOG_LEVEL',
      values: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    }).default('info'),
    DATA_DIRECTORY: words({
      name: 'DATA_DIRECTORY',
      advice: 'Set it to a folder that this programme may write to.',
    }).default('.data'),
  })

/**
 * In production https ends at a proxy, so there is always at least one; a wrong count would give every visitor one
 * address.
 */
const proxyHops = ({ production }: { production: boolean }) => {
  const advice = 'Set it to how many proxies stand between the internet and this programme, usually 1.'
  return production
    ? wholeNumber({ name: 'TRUST_PROXY_HOPS', from: 1, to: 10, advice })
    : wholeNumber({ name: 'TRUST_PROXY_HOPS', from: 0, to: 10, advice }).default(0)
}

/** What is wrong between two variables rather than with one. */
const clashes = ({
  given,
  production,
}: {
  given: Record<string, string | undefined>
  production: boolean
}): string[] => {
  const sentences: string[] = []
  if (production && given.PAYLOAD_SECRET && given.PAYLOAD_SECRET === given.LINK_SECRET) {
    sentences.push(
      'PAYLOAD_SECRET and LINK_SECRET are the same: make a second secret with `openssl rand -base64 48` for LINK_SECRET.',
    )
  }
  if (
    production &&
    given.DATABASE_URL &&
    given.DATABASE_OWNER_URL &&
    sameRole(given.DATABASE_URL, given.DATABASE_OWNER_URL)
  ) {
    sentences.push(
      'DATABASE_URL and DATABASE_OWNER_URL sign in as the same role: give DATABASE_URL the role that owns nothing.',
    )
  }
  if (given.MAIL_EVENTS_KEY && !given.MAIL_RETURN_DOMAIN)
    sentences.push(
      'MAIL_EVENTS_KEY is set without MAIL_RETURN_DOMAIN: set the domain at which returned messages arrive, or leave both out.',
    )
  if (production && given.MAIL_EVENTS_KEY && [given.PAYLOAD_SECRET, given.LINK_SECRET].includes(given.MAIL_EVENTS_KEY))
    sentences.push('MAIL_EVENTS_KEY is the same as another secret: make one of its own with `openssl rand -base64 48`.')
  if (given.METRICS_PORT && given.METRICS_PORT === (given.PORT ?? '3000')) {
    sentences.push(
      'METRICS_PORT is the same as PORT: give the figures a port of their own, which the internet cannot reach.',
    )
  }
  return sentences
}

const sameRole = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).username === new URL(other).username

/** One sentence a variable: the first thing wrong with each. */
const sentencesOf = (error: z.ZodError | undefined): string[] => {
  const first = new Map<string, string>()
  for (const issue of error?.issues ?? []) {
    const variable = String(issue.path[0])
    if (!first.has(variable)) first.set(variable, issue.message)
  }
  return [...first.values()]
}

const withHeading = (sentences: readonly string[]): string =>
  [
    'The settings need correcting before the programme can start:',
    ...sentences.map((sentence) => `- ${sentence}`),
  ].join('\n')
