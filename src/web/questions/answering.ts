import type { Answer, Answers } from '../../core/drafts/drafts.ts'
import { readableLine, readableText } from '../../core/fields/readable.ts'
import { tooLong } from '../../core/fields/written.ts'
import { listOf } from '../../core/http/forms.ts'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { joinTypedDate, splitDate, typedDateFrom, type TypedDate } from '../design/memorableDate.ts'
import type { Question, QuestionField } from './form.ts'

/** What stands in a field: what was typed or chosen, right or wrong, and whether "I do not know" is ticked. */
export type Shown = { text: string; list: readonly string[]; date: TypedDate; isUnknown: boolean }

/** The choice and the tick box that say "I do not know". */
export const UNKNOWN = { value: 'unknown', label: 'I do not know' }

/** The name of the tick box beside a field. */
export const unknownName = (name: string): string => `${name}-unknown`

type Body = Readonly<Record<string, string | string[]>>

/**
 * The answers of a posted page, what is wrong with it, and which of its fields are simply empty. What was typed wins
 * over a tick beside it.
 */
export const readPage = ({
  question,
  body,
}: {
  question: Question
  body: Body
}): { answers: Answers; errors: FieldErrors; empty: readonly string[] } => {
  const answers: Record<string, Answer> = {}
  const errors: Record<string, string> = {}
  const empty: string[] = []
  for (const field of question.fields) {
    const shown = shownFromBody({ field, body })
    const read = readField({ field, shown })
    if ('answer' in read) answers[field.name] = read.answer
    else errors[field.name] = read.error
    if (isBlank(shown)) empty.push(field.name)
  }
  return { answers, errors, empty }
}

/** What a field shows again after it was sent. */
export const shownFromBody = ({ field: { name, kind }, body }: { field: QuestionField; body: Body }): Shown => {
  const list = listOf(body[name])
  const sent = list.at(-1) ?? ''
  const typed = kind === 'line' ? readableLine(sent) : readableText(sent).trim()
  const isUnknown = (kind === 'choice' && typed === UNKNOWN.value) || listOf(body[unknownName(name)]).includes('yes')
  return { text: typed, list, date: typedDateFrom({ body, name }), isUnknown }
}

/** What a field shows of an answer that was given before; nothing is chosen where there is none. */
export const shownFromAnswer = ({ field, answer }: { field: QuestionField; answer: Answer | undefined }): Shown => {
  const list = typeof answer === 'string' ? [answer] : (answer ?? [])
  const text = typeof answer === 'string' ? answer : ''
  return {
    text: answer === null && field.kind === 'choice' ? UNKNOWN.value : text,
    list,
    date: field.kind === 'date' && text !== '' ? splitDate(text) : NO_DATE,
    isUnknown: answer === null,
  }
}

const NO_DATE: TypedDate = { day: '', month: '', year: '' }

const isBlank = ({ text, list, date, isUnknown }: Shown): boolean =>
  text === '' && list.every((value) => value === '') && joinTypedDate(date) === '' && !isUnknown

const readField = ({
  field,
  shown,
}: {
  field: QuestionField
  shown: Shown
}): { answer: Answer } | { error: string } => {
  if (field.kind === 'statement') return shown.text === 'yes' ? { answer: 'yes' } : { error: field.missing }
  if (field.kind === 'choice') return readChoice({ field, shown })
  if (field.kind === 'choices') {
    const chosen = field.options.map(({ value }) => value).filter((value) => shown.list.includes(value))
    if (chosen.length > 0) return { answer: chosen }
    return blankAnswer({ field, shown }) ?? { error: field.missing }
  }
  const typed = field.kind === 'date' ? joinTypedDate(shown.date) : shown.text
  const blank = typed === '' ? blankAnswer({ field, shown }) : undefined
  if (blank) return blank
  const judged = field.schema.safeParse(typed)
  if (!judged.success) return { error: judged.error.issues[0]?.message ?? 'Check this answer.' }
  if (field.kind !== 'date' && judged.data.length > field.maxLength)
    return { error: tooLong({ longest: field.maxLength }) }
  return { answer: judged.data }
}

const readChoice = ({
  field,
  shown,
}: {
  field: Extract<QuestionField, { kind: 'choice' }>
  shown: Shown
}): { answer: Answer } | { error: string } => {
  if (field.mayNotKnow && shown.text === UNKNOWN.value) return { answer: null }
  if (field.options.some(({ value }) => value === shown.text)) return { answer: shown.text }
  return field.optional && shown.text === '' ? { answer: '' } : { error: field.missing }
}

const blankAnswer = ({ field, shown }: { field: QuestionField; shown: Shown }): { answer: Answer } | undefined => {
  if (field.mayNotKnow && shown.isUnknown) return { answer: null }
  return field.optional ? { answer: field.kind === 'choices' ? [] : '' } : undefined
}
