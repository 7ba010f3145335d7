import { z } from 'zod'
import type { Refused } from '../../core/errors/refusal.ts'
import type { OfferedAction } from '../../core/workflow/workflow.ts'

/** Something an action asks for before it is taken. */
export type Question = {
  name: string
  label: string
  hint?: string
  kind: 'line' | 'text' | 'choice' | 'tick' | 'date' | 'number'
  required: boolean
  longest?: number
  /** What stands there already, to be put right. */
  initial?: string
  choices?: Array<{ value: string; label: string }>
}

/**
 * What still stands in an action's way: the rule's id, why, what to do, and the address where that is done, where there
 * is one.
 */
export type Blocker = { rule: string; reason: string; nextStep: string; href?: string }

/** One action as the panel shows it. */
export type ActionForPerson = {
  name: string
  label: string
  grave: boolean
  blockers: Blocker[]
  questions: Question[]
  /** What follows at once, named before it is taken. */
  follows: readonly string[]
}

/**
 * An offered action in the form that a button can be given: words and questions, no schema. `childId` is the child whom
 * the record is about.
 */
export const actionForPerson = ({
  offered: { name, label, grave, blockers, input, follows = [] },
  childId,
}: {
  offered: OfferedAction
  childId?: string
}): ActionForPerson => ({
  name,
  label,
  grave,
  blockers: blockersForPerson(blockers, { childId }),
  questions: input ? questionsOf(input) : [],
  follows,
})

/** Refusals as a button shows them. Who may not do it anyway is not told that somebody else must [ORG-1]. */
export const blockersForPerson = (
  blockers: readonly Refused[],
  { isTheirs = true, childId }: { isTheirs?: boolean; childId?: string } = {},
): Blocker[] =>
  blockers
    .filter(({ rule }) => isTheirs || rule !== FOUR_EYES)
    .map(({ rule, reason, nextStep, adds }) => ({
      rule,
      reason,
      nextStep,
      ...(adds && childId ? { href: `/admin/collections/${adds}/create?child=${childId}` } : {}),
    }))

/**
 * The questions of an action's input: title, description, choices, dates and lengths come from its schema, so that what
 * is asked is what the server will take. The words of choices are given as `meta({ choices: { value: 'Words' } })`.
 */
export const questionsOf = (input: z.ZodObject): Question[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    label: property.title ?? name,
    kind: kindOf(property),
    required: required.includes(name),
    ...(property.description ? { hint: property.description } : {}),
    ...(property.maxLength ? { longest: property.maxLength } : {}),
    ...(property.enum
      ? {
          choices: property.enum.map((value) => ({
            value: String(value),
            label: property.choices?.[String(value)] ?? String(value),
          })),
        }
      : {}),
  }))
}

/**
 * Whether an action asks for another record: it is offered where that record can be chosen, and not among the buttons.
 */
export const asksForRecord = (input: z.ZodObject | undefined): boolean =>
  input !== undefined &&
  Object.values((z.toJSONSchema(input, { io: 'input' }).properties ?? {}) as Record<string, Property>).some(
    ({ isRecord }) => isRecord === true,
  )

type Property = {
  type?: string
  format?: string
  title?: string
  description?: string
  maxLength?: number
  oneLine?: boolean
  enum?: unknown[]
  choices?: Record<string, string>
  isRecord?: boolean
}

/** The rule that somebody other than those involved decides. */
const FOUR_EYES = 'ORG-1'

const kindOf = ({ type, format, enum: choices, oneLine }: Property): Question['kind'] => {
  if (choices) return 'choice'
  if (type === 'boolean') return 'tick'
  if (type === 'number' || type === 'integer') return 'number'
  if (format === 'date') return 'date'
  return oneLine === true ? 'line' : 'text'
}
