/**
 * What is switched on around the programme, by a variable that Node, PostgreSQL's client or the mailer reads for
 * itself, and would undo a promise: one sentence each. Asked of a real deployment, from everything in its environment
 * and how Node was started.
 */
export const unsafeSwitches = (
  given: Readonly<Record<string, string | undefined>>,
  startedWith: readonly string[] = process.execArgv,
): string[] => {
  const options = [given.NODE_OPTIONS ?? '', ...startedWith].join(' ')
  return [
    ...switches.filter(({ isOn }) => isOn({ given, options })).map(({ sentence }) => sentence),
    ...['DATABASE_URL', 'DATABASE_OWNER_URL']
      .filter((name) => isUnprovenPostgres(given[name]))
      .map(
        (name) =>
          `${name} asks not to check who the database is, or not to encrypt: leave sslmode out for a database on this machine, and set sslmode=verify-full for one elsewhere.`,
      ),
    ...(isUnprovenMail(given.SMTP_URL)
      ? [
          'SMTP_URL asks not to check who the mail server is, or not to encrypt: take tls.rejectUnauthorized, ignoreTLS, secure and requireTLS out of it, and give the server a certificate.',
        ]
      : []),
  ]
}

type Asked = { given: Readonly<Record<string, string | undefined>>; options: string }

/** Node reads these in either spelling, alone or with a value. */
const has = (options: string, name: string): boolean =>
  new RegExp(`(^|\\s)["']?--${name.replaceAll('-', '[-_]')}([\\s="']|$)`).test(options)

const INSPECTORS = [
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug-port',
  'experimental-network-inspection',
]

const switches: ReadonlyArray<{ isOn: (asked: Asked) => boolean; sentence: string }> = [
  {
    isOn: ({ given }) => given.NODE_TLS_REJECT_UNAUTHORIZED === '0',
    sentence:
      'NODE_TLS_REJECT_UNAUTHORIZED is 0, so nobody checks who the mail server and the database are: leave it out, and name your own authority in NODE_EXTRA_CA_CERTS.',
  },
  {
    isOn: ({ options }) => has(options, 'insecure-http-parser'),
    sentence:
      'Node is started with --insecure-http-parser, which lets a request be smuggled in behind another: take it out of NODE_OPTIONS and of the command.',
  },
  {
    isOn: ({ options }) => INSPECTORS.some((name) => has(options, name)),
    sentence:
      'Node is started with --inspect, by which anybody who reaches its port can run what they like: take it out of NODE_OPTIONS and of the command.',
  },
  {
    isOn: ({ options }) =>
      has(options, 'tls-min-v1.0') ||
      has(options, 'tls-min-v1.1') ||
      /--tls[-_]cipher[-_]list[= ]\S*NULL/i.test(options),
    sentence:
      'Node is started so that it takes encryption that is broken: take --tls-min-v1.0, --tls-min-v1.1 and --tls-cipher-list out of NODE_OPTIONS and of the command.',
  },
  {
    isOn: ({ options }) => has(options, 'security-revert'),
    sentence:
      'Node is started with --security-revert, which takes a mend of its own back: take it out of NODE_OPTIONS and of the command.',
  },
  {
    isOn: ({ options }) => has(options, 'tls-keylog'),
    sentence:
      'Node is started with --tls-keylog, which writes down the keys of every connection: take it out of NODE_OPTIONS and of the command.',
  },
  {
    isOn: ({ given }) => /^(disable|allow|prefer|no-verify)$/i.test(given.PGSSLMODE ?? ''),
    sentence:
      'PGSSLMODE asks not to check who the database is, or not to encrypt: leave it out for a database on this machine, and set verify-full for one elsewhere.',
  },
]

const queryOf = (address: string | undefined): URLSearchParams =>
  new URLSearchParams(address !== undefined && URL.canParse(address) ? new URL(address).search : '')

/** In the house a line need not be encrypted; but no address asks for one that is not checked. */
const isUnprovenPostgres = (address: string | undefined): boolean => {
  const query = queryOf(address)
  const mode = (query.get('sslmode') ?? '').toLowerCase()
  return (
    ['allow', 'prefer', 'no-verify'].includes(mode) ||
    (mode === 'disable' && !isNear(address)) ||
    ['0', 'false', 'no-verify'].includes((query.get('ssl') ?? '').toLowerCase()) ||
    query.get('rejectUnauthorized') === 'false'
  )
}

const isUnprovenMail = (address: string | undefined): boolean => {
  const query = queryOf(address)
  const says = (name: string, ...values: string[]): boolean => values.includes((query.get(name) ?? '').toLowerCase())
  return (
    says('tls.rejectUnauthorized', 'false', '0', 'no') ||
    says('tls.rejectunauthorized', 'false', '0', 'no') ||
    says('ignoreTLS', 'true', '1', 'yes') ||
    (says('secure', 'false', '0', 'no') && (address ?? '').startsWith('smtps:')) ||
    (says('requireTLS', 'false', '0', 'no') && !isNear(address))
  )
}

/** This machine, a bare name such as containers have, or an address of a house's own network. */
const isNear = (address: string | undefined): boolean => {
  if (address === undefined || !URL.canParse(address)) return true
  const { hostname } = new URL(address)
  return !hostname.includes('.') || /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(hostname)
}
