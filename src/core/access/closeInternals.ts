import type { Access, CollectionConfig, Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { isUuid } from '../database/locks.ts'
import { forbiddenError, notFoundError } from '../errors/problems.ts'
import { actorOf } from './actor.ts'
import { mayEnterPanel } from './mayEnterPanel.ts'

/**
 * Closes what Payload adds to every configuration by itself and leaves open: its own collections, and the addresses for
 * signing in that ours replaces. What the panel needs stays: who I am, and each person's own preferences.
 */
export const closeInternals = async (built: Promise<SanitizedConfig>): Promise<SanitizedConfig> => {
  const config = await built
  for (const collection of config.collections) {
    if (collection.slug.startsWith('payload-')) closeCollection(collection)
    else
      collection.endpoints = (collection.endpoints || []).map((endpoint) =>
        endpoint.path === '/access/:id?'
          ? { ...endpoint, handler: ofWhatMayBeRead(collection.slug, endpoint.handler) }
          : endpoint,
      )
    if (collection.auth) collection.endpoints = withoutPayloadsSignIn(collection.endpoints || [])
  }
  config.onInit = lookUpNamesAlone(config.onInit)
  config.jobs.access = { run: () => false, queue: () => false, cancel: () => false }
  return config
}

/**
 * What somebody may do with one record is told only of a record that they may read: any other is answered like one that
 * does not exist. Payload would say of each id whether it exists, and by the rights that it lists in which state it is.
 */
const ofWhatMayBeRead =
  (slug: string, handler: Endpoint['handler']): Endpoint['handler'] =>
  async (req) => {
    const id = req.routeParams?.id
    if (id !== undefined && !(await mayRead({ slug, id, req }))) throw notFoundError()
    return handler(req)
  }

const mayRead = async ({ slug, id, req }: { slug: string; id: unknown; req: PayloadRequest }): Promise<boolean> => {
  const granted = isUuid(id) && (await req.payload.collections[slug as 'users']?.config.access.read({ req, id }))
  if (!granted) return false
  const { totalDocs } = await req.payload.db.count({
    collection: slug as 'users',
    where: { and: [{ id: { equals: id } }, granted === true ? {} : granted] },
    req,
  })
  return totalDocs > 0
}

/**
 * Payload looks a collection up by the name in an address, on an ordinary object: `/api/constructor` would find what
 * every object has.
 */
const lookUpNamesAlone =
  (before: SanitizedConfig['onInit']): SanitizedConfig['onInit'] =>
  async (payload) => {
    Object.setPrototypeOf(payload.collections, null)
    await before?.(payload)
  }

/** Payload's own ways to sign in and out and to reset: none of them knows our sessions. */
const PAYLOADS_SIGN_IN = new Set([
  '/forgot-password',
  '/init',
  '/login',
  '/logout',
  '/first-register',
  '/reset-password',
  '/unlock',
  '/verify/:id',
])

/**
 * The panel asks for a fresh token after somebody saved their own account, and takes a refusal for the end of their
 * session: it is told who they are, and given no token.
 */
const withoutPayloadsSignIn = (endpoints: Endpoint[]): Endpoint[] => {
  const me = endpoints.find(({ path }) => path === '/me')
  return endpoints
    .filter(({ path }) => !PAYLOADS_SIGN_IN.has(path))
    .map((endpoint) =>
      endpoint.path === '/refresh-token' && me ? { ...endpoint, handler: forPeople(me.handler) } : endpoint,
    )
}

const forPeople =
  (handler: Endpoint['handler']): Endpoint['handler'] =>
  (req) => {
    if (actorOf(req).kind !== 'person') throw forbiddenError()
    return handler(req)
  }

const closeCollection = (collection: SanitizedConfig['collections'][number]): void => {
  const isPreferences = collection.slug === 'payload-preferences'
  const { read, update, delete: remove } = collection.access
  collection.access = {
    create: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: () => false,
    // Payload's own rule here is a good one: each person their own.
    ...(isPreferences ? { read, update, delete: remove } : { read: nobody, update: nobody, delete: nobody }),
  }
  collection.disableBulkEdit = true
  collection.disableDuplicate = true
  collection.endpoints = isPreferences ? ownPreferences(collection.endpoints) : []
}

const nobody: Access = () => false

/** The three addresses of one's own preferences, for those who have a panel to prefer something in. */
const ownPreferences = (endpoints: CollectionConfig['endpoints']): Endpoint[] => {
  const own = (endpoints || []).filter(({ path }) => path === '/:key')
  const read = own.find(({ method }) => method === 'get')
  return own.map((endpoint) => ({
    ...endpoint,
    handler: async (req: PayloadRequest) => {
      if (!mayEnterPanel(actorOf(req))) throw forbiddenError()
      // Payload fails at removing what is not there.
      if (endpoint.method === 'delete' && read && !isStored(await (await read.handler(req)).json()))
        throw notFoundError()
      return endpoint.handler(req)
    },
  }))
}

const isStored = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'id' in answer
