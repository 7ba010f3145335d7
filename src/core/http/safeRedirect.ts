const NOWHERE = 'http://nowhere.invalid'

/**
 * Where `?next=` may lead: a path of our own site, as the browser would read it. Anything that could lead elsewhere
 * (another origin, `//host`, a backslash, a control character, a list) gives `fallback`.
 */
export const safeRedirect = ({ next, fallback }: { next: unknown; fallback: string }): string => {
  if (typeof next !== 'string' || next.length > 2_000 || !/^\/[^\\\p{Cc}]*$/u.test(next)) return fallback
  if (!URL.canParse(next, NOWHERE)) return fallback
  const { origin, pathname, search, hash } = new URL(next, NOWHERE)
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : fallback
}
