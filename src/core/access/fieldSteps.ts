import {
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  isolateObjectProperty,
  ValidationError,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type ValidationFieldError,
} from 'payload'

/** A record whose fields are tidied, on its way to being allowed. */
export type Tidied = {
  req: PayloadRequest
  config: SanitizedCollectionConfig
  data: Record<string, unknown>
  before: Record<string, unknown>
  operation: 'create' | 'update'
  id: string
}

/** A record between being allowed and being told of: `req` carries what its own hooks hand on to each other. */
export type Prepared = Omit<Tidied, 'data'> & { after: Record<string, unknown> }

/**
 * The fields of a record as they are asked about: tidied, and with what stands in those that were not given. `context` is for its
 * own hooks alone.
 */
export const tidy = async ({
  req,
  context,
  ...given
}: Tidied & { context: Readonly<Record<string, unknown>> }): Promise<Tidied> => {
  const own = isolateObjectProperty(req, 'context')
  own.context = { ...req.context, ...context }
  const { data } = given
  await beforeValidateTraverseFields({ ...traversed({ ...given, req: own }), data, siblingData: data })
  return { ...given, req: own }
}

/** What else happens to it before it is written: its rules are asked, its fields validated. */
export const prepare = async (tidied: Tidied): Promise<Prepared> => {
  const { req, config, data, before, operation, id } = tidied
  let after = data
  for (const hook of config.hooks.beforeChange)
    after = ((await hook({
      collection: config,
      context: req.context,
      data: after,
      operation,
      originalDoc: before,
      req,
    })) ?? after) as Record<string, unknown>
  const errors: ValidationFieldError[] = []
  await beforeChangeTraverseFields({
    ...traversed(tidied),
    data: after,
    siblingData: after,
    docWithLocales: before,
    siblingDocWithLocales: before,
    errors,
    fieldLabelPath: '',
    mergeLocaleActions: [],
  })
  if (errors.length > 0)
    throw new ValidationError(
      { id: operation === 'update' ? id : undefined, collection: config.slug, errors, req },
      req.t,
    )
  return { id, req, config, operation, before, after: { ...after, id } }
}

/** What follows from the record once it is stored: its audit row and its effects. */
export const follow = async ({ config, operation, req, before, after }: Prepared): Promise<void> => {
  const { context } = req
  for (const hook of config.hooks.afterChange)
    await hook({
      collection: config,
      context,
      data: after,
      doc: after,
      operation,
      overrideAccess: true,
      previousDoc: before,
      req,
    })
}

/** The collection of this name. Throws when there is none. */
export const configOf = ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: CollectionSlug
}): SanitizedCollectionConfig => {
  const found = req.payload.collections[collection]
  if (!found) throw new Error(`There is no collection ${collection}.`)
  return found.config
}

/** What Payload's steps over the fields of a record are told of it. */
const traversed = ({ req, config, before, operation, id }: Omit<Tidied, 'data'>) => ({
  id: operation === 'update' ? id : undefined,
  collection: config,
  context: req.context,
  doc: before,
  fields: config.fields,
  global: null,
  operation,
  overrideAccess: true,
  parentIndexPath: '',
  parentIsLocalized: false,
  parentPath: '',
  parentSchemaPath: '',
  req,
  siblingDoc: before,
})
