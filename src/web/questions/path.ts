import type { Answers } from '../../core/drafts/drafts.ts'
import type { Question } from './form.ts'

/** How far a form is: the pages that its answers lead through, in order, and the first that is not answered yet. */
export type FormPath = { walked: readonly Question[]; missing: Question | undefined }

/** Walks through a form by its answers. Where an answer leads in a circle, or nowhere, the walk ends with an error. */
export const walk = ({ questions, answers }: { questions: readonly Question[]; answers: Answers }): FormPath => {
  const walked: Question[] = []
  let question = questions[0]
  while (question) {
    if (walked.includes(question)) throw new Error(`The form leads in a circle at "${question.id}".`)
    walked.push(question)
    if (!isAnswered({ question, answers })) return { walked, missing: question }
    question = following({ question, questions, answers })
  }
  return { walked, missing: undefined }
}

/**
 * Which page of how many one is, as far as the answers so far tell: a page that an answer still to come leads past is
 * counted until then.
 */
export const placeOf = ({
  questions,
  answers,
  question,
}: {
  questions: readonly Question[]
  answers: Answers
  question: Question
}): { place: number; of: number } | undefined => {
  const way: Question[] = []
  let next = questions[0]
  while (next && !way.includes(next)) {
    way.push(next)
    next = following({ question: next, questions, answers })
  }
  const place = way.indexOf(question) + 1
  return place === 0 ? undefined : { place, of: way.length }
}

/** Whether everything of a page has been answered, if only with "I do not know". */
const isAnswered = ({ question, answers }: { question: Question; answers: Answers }): boolean =>
  question.fields.every(({ name }) => Object.hasOwn(answers, name))

/** The answers that belong to the way that was taken: what was typed on a way that was left again is not sent. */
export const answersOn = ({ walked, answers }: { walked: readonly Question[]; answers: Answers }): Answers => {
  const names = walked.flatMap(({ fields }) => fields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
}

const following = ({
  question,
  questions,
  answers,
}: {
  question: Question
  questions: readonly Question[]
  answers: Answers
}): Question | undefined => {
  const id = question.next?.(answers)
  if (id === undefined) return questions[questions.indexOf(question) + 1]
  if (id === 'check') return undefined
  const next = questions.find((candidate) => candidate.id === id)
  if (!next) throw new Error(`The form has no page "${id}".`)
  return next
}
