/**
 * The policy of our own server-rendered pages: only the script tag with the nonce runs, everything else is ours or
 * refused.
 */
export const pagePolicy = ({ nonce, https }: { nonce: string; https: boolean }): string =>
  written({
    'script-src': [`'nonce-${nonce}'`],
    'default-src': ["'none'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['service-worker'],
    ...httpsOnly(https),
  })

/**
 * The policy of Payload's panel. Its scripts load each other, hence 'strict-dynamic'; its components write styles into
 * the page, hence 'unsafe-inline' for styles, and here only. Next takes the nonce from the first directive called
 * script-src.
 */
export const panelPolicy = ({
  nonce,
  https,
  development,
}: {
  nonce: string
  https: boolean
  development: boolean
}): string =>
  written({
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'default-src': ["'none'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'manifest-src': ["'self'"],
    'media-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...httpsOnly(https),
  })

/**
 * A second policy for the panel, and every policy must agree: 'strict-dynamic' lets a trusted script bring others from
 * any host, and this one from ours alone.
 */
export const panelScriptHosts = ({ development }: { development: boolean }): string =>
  written({ 'script-src': ["'self'", "'unsafe-inline'", ...(development ? ["'unsafe-eval'"] : [])] })

const httpsOnly = (https: boolean): Record<string, string[]> => (https ? { 'upgrade-insecure-requests': [] } : {})

const written = (directives: Record<string, readonly string[]>): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
