import type { TextField, TextFieldSingleValidation } from 'payload'
import { text as usualText } from 'payload/shared'
import type { z } from 'zod'
import { line, type Written } from './written.ts'

/** How a text of one line is put in order, and what is wrong with it: a sentence, or undefined where nothing is. */
export type Judge = { inOrder: (text: string) => string; problem: (text: string) => string | undefined }

/** A text of one line that must be of some kind: a name, a number that can be rung. Asked alike of every door. */
export type Judged = Omit<Written<'text'>, 'field'> & {
  field: Written<'text'>['field'] & JudgedPart
}

/** The same as `line`, of texts that are put in order and judged. What is stored already stays until it is changed. */
export const judged = ({ longest, inOrder, problem }: Judge & { longest: number }): Judged => {
  const written = line(longest)
  return {
    ...written,
    field: { ...written.field, ...judgedField({ inOrder, problem }) },
    asked: (missing) => asJudged(written.asked(missing).overwrite(inOrder), problem),
    ifAny: () => asJudged(written.ifAny().unwrap().overwrite(inOrder), problem).optional(),
  }
}

/** The part of a record's text field that puts in order and judges what is written into it. */
const judgedField = ({ inOrder, problem }: Judge): JudgedPart => ({
  hooks: {
    beforeValidate: [
      ({ value, previousValue }: { value?: unknown; previousValue?: unknown }) =>
        typeof value === 'string' && value !== previousValue ? inOrder(value) : value,
    ],
  },
  validate: (value, options) => {
    const usual = usualText(value, options)
    return usual !== true || !value || value === options.previousValue ? usual : (problem(value) ?? true)
  },
})

type JudgedPart = { validate: TextFieldSingleValidation } & Required<Pick<TextField, 'hooks'>>

const asJudged = (schema: z.ZodString, problem: Judge['problem']): z.ZodString =>
  schema.superRefine((text, context) => {
    const wrong = text === '' ? undefined : problem(text)
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong })
  })
