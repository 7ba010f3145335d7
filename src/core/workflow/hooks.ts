import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { workOf } from '../access/work.ts'
import { sameValue } from '../audit/differences.ts'
import { refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import { stepOf, type DecidedStep, type LoadedFacts, type RecordData, type Workflow } from './workflow.ts'

/** How the context of a request names the facts about the new record that it stores, where they are loaded already. */
export const KNOWN_FACTS = 'knownFacts'

/** The hooks through which a workflow holds for every way of saving a record: panel, REST, import, our own code. */
export const workflowHooks = ({
  slug,
  workflow,
}: {
  slug: string
  workflow: Workflow
}): { beforeChange: CollectionBeforeChangeHook[]; afterChange: CollectionAfterChangeHook[] } => ({
  beforeChange: [
    async ({ data, originalDoc, operation, req }) => {
      if (operation === 'create') {
        const decided = await workflow.decideCreate({
          work: workOf(req),
          record: data as RecordData,
          known: req.context[KNOWN_FACTS] as LoadedFacts | undefined,
        })
        delete req.context[KNOWN_FACTS]
        if ('allowed' in decided) throw refusalError(decided)
        req.context[`${slug}:created`] = decided
        return { ...data, ...decided.patch }
      }
      if (req.context.step === stepOf({ collection: slug, id: String(originalDoc?.id) })) return data
      return guardedEdit({ slug, workflow, data, originalDoc: (originalDoc ?? {}) as RecordData, req })
    },
  ],
  afterChange: [
    async ({ doc, operation, req }) => {
      const place = operation === 'create' ? `${slug}:created` : editOf({ slug, id: String(doc.id) })
      const decided = req.context[place] as DecidedStep | undefined
      delete req.context[place]
      await decided?.cause(doc as RecordData)
    },
  ],
})

type EditGiven = {
  slug: string
  workflow: Workflow
  data: Record<string, unknown>
  originalDoc: RecordData
  req: Parameters<CollectionBeforeChangeHook>[0]['req']
}

const editOf = ({ slug, id }: { slug: string; id: string }): string => `${slug}:edited:${id}`

const guardedEdit = async ({ slug, workflow, data, originalDoc, req }: EditGiven): Promise<Record<string, unknown>> => {
  const state = String(originalDoc[workflow.stateField])
  const editable = workflow.editableIn(state)
  const changed = Object.keys(data).filter(
    (name) => name !== 'rowVersion' && name !== 'updatedAt' && !sameValue(data[name], originalDoc[name]),
  )
  const frozen = changed.filter((name) => !editable.includes(name))
  if (frozen.length > 0)
    throw refusalError(
      refused({
        rule: 'STATE',
        reason: `This ${workflow.noun} is “${workflow.states[state] ?? state}”, so “${frozen.join('”, “')}” cannot be changed by editing it. Nothing was stored.`,
        nextStep: 'Use the actions that it offers.',
      }),
    )
  if (changed.length === 0) return data
  const decided = await workflow.decideEdit({
    work: workOf(req),
    record: { ...originalDoc, ...data },
    before: originalDoc,
  })
  if ('allowed' in decided) throw refusalError(decided)
  req.context[editOf({ slug, id: String(originalDoc.id) })] = decided
  return { ...data, ...decided.patch }
}
