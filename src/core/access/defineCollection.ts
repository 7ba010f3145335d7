import type {
  Access,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Endpoint,
  Field,
  FieldAccess,
  PayloadRequest,
  Where,
} from 'payload'
import { auditedHooks, readHooks } from '../audit/hooks.ts'
import { readInLines } from '../fields/details.ts'
import { judgedAddress } from '../fields/emailAddress.ts'
import { inLondon, timestampFields } from '../fields/moments.ts'
import { readable } from '../fields/readable.ts'
import type { DomainEvent } from '../house/defineEvent.ts'
import type { About, Nature } from '../house/nature.ts'
import { RECORD_TITLE, titleFields, titleHook, titleNeeds, type RecordTitle } from '../fields/recordTitle.ts'
import { spokenInLists } from '../fields/spokenInLists.ts'
import { searchableTexts } from '../search/listSearch.ts'
import { workflowEndpoints } from '../workflow/endpoints.ts'
import { workflowHooks } from '../workflow/hooks.ts'
import type { RecordData, Workflow } from '../workflow/workflow.ts'
import { actorOf, type Actor } from './actor.ts'
import { besidesHook, type Besides } from './besides.ts'
import { engineOnly } from './engineOnly.ts'
import { guardOperation } from './guardOperation.ts'
import { mayEnterPanel } from './mayEnterPanel.ts'
import { rowVersionField, rowVersionHook } from './rowVersion.ts'
import { shownFrozen, type Frozen } from './shownFrozen.ts'
import { storingHook, tellingHook, type StoringRule } from './storing.ts'

/** A grant: yes, no, or only the records that match. */
export type AccessRule = (actor: Actor, req: PayloadRequest) => boolean | Where | Promise<boolean | Where>

type CollectionDeclaration<Told extends About> = {
  slug: string
  labels: { singular: string; plural: string }
  /** What such a record is: whether it changes, whom it tells of, how long it is kept. */
  nature: Nature<Told>
  /** Which field says what a record is; or, where no field alone does, how a few of them are put into words. */
  useAsTitle?: string
  title?: RecordTitle
  defaultColumns?: string[]
  /** In which order its list stands: by a field, `-` before it turns round; the newest first unless told. */
  sort?: string
  description?: string
  fields: Field[]
  /** Who may do what. Whatever is not named is refused to everybody, for every way in. */
  access: { read?: AccessRule; create?: AccessRule; update?: AccessRule; delete?: AccessRule }
  /** Whether changes are recorded [DAT-2]; yes unless told. */
  audited?: boolean
  /** Whether rows carry a version that a save must match; yes unless told. */
  versioned?: boolean
  /** States, actions and what may be edited when. */
  workflow?: Workflow
  /** For a collection without a workflow: may this person store the record like this? Asked whatever the door. */
  mayStore?: StoringRule
  /**
   * For a collection without a workflow: which records the panel shows as ones that take no change. `mayStore` refuses
   * it.
   */
  isFrozen?: (record: RecordData) => boolean
  /** For a collection without a workflow: which events a change means to the areas above. */
  tells?: (given: { before: RecordData; after: RecordData }) => DomainEvent[]
  /** What lists show beside the fields, for all records of a page at once. */
  besides?: Besides
  /** Addresses of its own below the collection's, each of which asks its own rule. */
  endpoints?: Endpoint[]
  /** Further Payload settings: authentication, custom views. Access and the hooks of the house cannot be given here. */
  further?: Partial<Omit<CollectionConfig, 'slug' | 'access' | 'fields' | 'hooks' | 'labels' | 'endpoints'>>
}

/** A kind of record as the house keeps it: a Payload collection that says what it is. */
export type RecordKind<Told extends About = About> = CollectionConfig & {
  custom: { nature: Nature<Told>; workflow?: Workflow }
}

/**
 * Makes a Payload collection in which everything is refused unless granted here, every change is locked, versioned and
 * audited, and no side door (bulk edit, duplicate, version restore, document locks) is open.
 */
export const defineCollection = <const Told extends About>(
  declaration: CollectionDeclaration<Told>,
): RecordKind<Told> => {
  const {
    slug,
    labels,
    nature,
    access,
    workflow,
    title,
    mayStore,
    isFrozen,
    tells,
    besides,
    audited = true,
    versioned = true,
    endpoints = [],
    further = {},
  } = declaration
  const fields = declaration.fields.map(spokenInLists).map(inLondon).map(readInLines).map(judgedAddress).map(readable)
  const frozen: Frozen | undefined = workflow ? frozenByState(workflow) : isFrozen && (({ record }) => isFrozen(record))
  const ownFields = [
    ...(frozen ? fields.map((field) => shownFrozen({ field, isFrozen: frozen })) : fields),
    ...(workflow ? [stateField(workflow)] : []),
    ...(versioned ? [rowVersionField] : []),
  ]
  const guard: CollectionBeforeOperationHook = guardOperation({ slug, fields: ownFields, workflow })
  return {
    ...further,
    slug,
    labels,
    fields: [...ownFields, ...(title ? titleFields(title) : []), ...timestampFields],
    forceSelect: title && titleNeeds(title),
    custom: { ...further.custom, nature, workflow },
    access: {
      read: asPayloadAccess(access.read),
      create: asPayloadAccess(access.create),
      update: asPayloadAccess(access.update),
      delete: asPayloadAccess(access.delete),
      readVersions: nobody,
      unlock: nobody,
      admin: ({ req }) => mayEnterPanel(actorOf(req)),
    },
    defaultSort: declaration.sort,
    admin: {
      useAsTitle: title ? RECORD_TITLE : (declaration.useAsTitle ?? 'id'),
      // Where it stands in the panel's menu is said by its area.
      group: false,
      hidden: true,
      defaultColumns: declaration.defaultColumns,
      listSearchableFields: searchedIn({ fields, title: title ? RECORD_TITLE : declaration.useAsTitle }),
      description: declaration.description,
      hideAPIURL: true,
      pagination: { defaultLimit: 25, limits: [25, 50, 100] },
      ...further.admin,
      components: {
        ...further.admin?.components,
        beforeListTable: [LIST_WAYS, ...(further.admin?.components?.beforeListTable ?? [])],
      },
    },
    endpoints: [...endpoints, ...(workflow ? workflowEndpoints({ slug, workflow }) : [])],
    hooks: {
      beforeOperation: [guard],
      beforeChange: [
        ...(versioned ? [rowVersionHook] : []),
        ...(mayStore ? [storingHook(mayStore)] : []),
        ...(workflow ? workflowHooks({ slug, workflow }).beforeChange : []),
      ],
      afterChange: [
        ...(audited ? auditedHooks({ slug }).afterChange : []),
        ...(tells ? [tellingHook(tells)] : []),
        ...(workflow ? workflowHooks({ slug, workflow }).afterChange : []),
      ],
      afterDelete: audited ? auditedHooks({ slug }).afterDelete : [],
      afterRead: title ? [titleHook(title)] : [],
      afterOperation: [...(nature.sensitive ? [readHooks({ slug })] : []), ...(besides ? [besidesHook(besides)] : [])],
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    lockDocuments: false,
    enableQueryPresets: false,
    graphQL: false,
    versions: false,
    trash: false,
  }
}

/** What stands above each list of the panel. */
const LIST_WAYS = '/src/admin/lists/ListWays.tsx#ListWays'

/** What the panel's search box asks for: the record's own texts, or what it is called where it has none. */
const searchedIn = ({ fields, title }: { fields: Field[]; title: string | undefined }): string[] => {
  const texts = searchableTexts(fields)
  return texts.length > 0 || title === undefined ? texts : [title]
}

/** The field that holds a record's state: shown to all who may read the record, written by its workflow alone. */
const stateField = (workflow: Workflow): Field =>
  engineOnly({
    name: workflow.stateField,
    type: 'select',
    index: true,
    required: true,
    defaultValue: workflow.initial,
    options: Object.entries(workflow.states).map(([value, label]) => ({ value, label })),
  })

/** What the state of a record lets be edited, and nothing else. */
const frozenByState =
  (workflow: Workflow): Frozen =>
  ({ record, field }) => {
    const state = record[workflow.stateField]
    return typeof state === 'string' && !workflow.editableIn(state).includes(field)
  }

/** A field that only some people may see or write. The rule depends on the person alone, never on the record. */
export const onlyFor = <Given extends Field>(may: (actor: Actor) => boolean, field: Given): Given => {
  const fieldAccess: FieldAccess = ({ req }) => may(actorOf(req))
  return { ...field, access: { read: fieldAccess, create: fieldAccess, update: fieldAccess } } as Given
}

const nobody: Access = () => false

const asPayloadAccess = (rule: AccessRule | undefined): Access => (rule ? ({ req }) => rule(actorOf(req), req) : nobody)
