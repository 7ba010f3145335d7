import type { Request } from 'express'

const PARAMETER = 'done'

/** Sentences about what has just been done, found by name after the redirect that follows a form. */
export type Notices<Name extends string> = {
  /** The address to redirect to, so that the page there shows the sentence. `path` is one of our own. */
  addressWith: (given: { path: string; notice: Name }) => string
  /** The sentence that the request's address names, or undefined; nothing from the address itself is ever shown. */
  read: (request: Pick<Request, 'query'>) => string | undefined
}

/** A fixed table of such sentences, by name: `{ 'meeting-proposed': 'Your meeting has been sent for approval.' }`. */
export const defineNotices = <Name extends string>(sentences: Readonly<Record<Name, string>>): Notices<Name> => ({
  addressWith: ({ path, notice }) => {
    const [beforeHash = '', ...hash] = path.split('#')
    const address = `${beforeHash}${beforeHash.includes('?') ? '&' : '?'}${PARAMETER}=${notice}`
    return [address, ...hash].join('#')
  },
  read: ({ query }) => {
    const name = query[PARAMETER]
    return typeof name === 'string' && Object.hasOwn(sentences, name) ? sentences[name as Name] : undefined
  },
})
