import type { ReactElement } from 'react'
import type { z } from 'zod'
import type { Work } from '../../core/access/work.ts'
import type { Query } from '../../core/database/query.ts'
import type { Answers, DraftOutcome } from '../../core/drafts/drafts.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { Choice } from '../design/Choice.tsx'

type Common = {
  /** The name under which the answer is kept and posted. */
  name: string
  /** Left out where the page asks one thing: its heading is the question then. */
  label?: string
  hint?: string
  /** What stands beside the answer among those to check; the label or heading unless told. */
  summary?: string
  /** May be left blank. What is not optional is not marked. */
  optional?: boolean
  /** Offers "I do not know", which is kept as `null`. */
  mayNotKnow?: boolean
}

/** A schema that judges what was typed, trimmed, and may put it in order. */
type TextSchema = z.ZodType<string, string>

/** One thing that is asked. `missing` is what is said where nothing was chosen. */
export type QuestionField = Common &
  (
    | {
        kind: 'line'
        schema: TextSchema
        type?: 'text' | 'email' | 'tel'
        autoComplete?: string
        width?: 'short' | 'medium' | 'full'
        spellCheck?: boolean
        maxLength: number
      }
    | { kind: 'text'; schema: TextSchema; rows?: number; maxLength: number }
    | { kind: 'date'; schema: TextSchema; ownBirthday?: boolean }
    | { kind: 'choice'; options: readonly Choice[]; missing: string; inline?: boolean }
    | { kind: 'choices'; options: readonly Choice[]; missing: string }
    | { kind: 'statement'; missing: string }
  )

/** One page of a form: one question, or a few that belong together, or none where something is only explained. */
export type Question = {
  /** The page's address below the form's: letters and hyphens. */
  id: string
  heading: string
  /** Said above the fields, a paragraph each. */
  intro?: readonly string[]
  /** What must be known first, by what was answered before: what to do when a child may be in danger. */
  warning?: (answers: Answers) => { title: string; paragraphs: readonly string[] } | undefined
  /** Why it is asked, for those who want to know. */
  why?: string
  fields: readonly QuestionField[]
  /** What is wrong with the page beside what was answered before, by field; nothing where nothing is. */
  conflicts?: (answers: Answers) => Readonly<Record<string, string>>
  /**
   * The page that follows, by the answers; the next one of the list unless told, and after the last one the answers to
   * check.
   */
  next?: (answers: Answers) => string
}

/** What a finished form is made into. Runs once, in one transaction with the end of the draft. */
type Sending = (given: { work: Work; answers: Answers; draftId: string }) => Promise<DraftOutcome>

/** What a form may ask its questions by: the charity's settings, the list that it looks up, and the present moment. */
export type Surroundings = { settings: Settings; choices: readonly string[]; now: Date }

/** A public form, declared. */
export type PublicForm = {
  /** Its address and its name in the database: `refer` stands at /refer. */
  id: string
  title: string
  /** What is said on the first page: what it is for, how long it takes, what to have at hand. */
  start: (settings: Settings) => ReactElement
  /** A list of the charity's own among which people choose. */
  choices?: (given: { query: Query }) => Promise<readonly string[]>
  questions: (given: Surroundings) => readonly Question[]
  /** What is said above the button that sends it. */
  beforeSending: readonly string[]
  sendLabel: string
  send: Sending
  /** The last page, from what `send` gave. */
  done: (given: { outcome: DraftOutcome; settings: Settings }) => ReactElement
  doneTitle: string
}

/**
 * Checks a declaration, so that a mistake in it shows when the server starts and not to a visitor. Throws where there
 * is one.
 */
export const definePublicForm = (form: PublicForm): PublicForm => {
  if (!/^[a-z]+(-[a-z]+)*$/.test(form.id))
    throw new Error(`A form's id is its address, in small letters: not "${form.id}".`)
  return form
}

/**
 * The questions of a form, checked: each page once, none where the engine has its own, each field once, two fields with
 * labels.
 */
export const questionsOf = (form: PublicForm, given: Surroundings): readonly Question[] => {
  const questions = form.questions(given)
  const names = questions.flatMap(({ fields }) => fields.map(({ name }) => name))
  const problem =
    questions.find(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id) || OWN_PAGES.includes(id))?.id ??
    questions.find(({ id }, place) => questions.findIndex((other) => other.id === id) !== place)?.id ??
    names.find((name, place) => !/^[a-z][A-Za-z]*$/.test(name) || names.indexOf(name) !== place) ??
    questions.find(({ fields }) => fields.length > 1 && fields.some(({ label }) => label === undefined))?.id
  if (questions.length === 0 || problem !== undefined)
    throw new Error(`The form "${form.id}" is not well declared: ${problem ?? 'it asks nothing'}.`)
  return questions
}

/** The addresses below a form that are the engine's own. */
const OWN_PAGES = [
  'check',
  'done',
  'save',
  'saved',
  'find',
  'found',
  'return',
  'go-on',
  'close',
  'closed',
  'track',
  'answer',
  'view',
]
