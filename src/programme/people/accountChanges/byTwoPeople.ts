import type { Work } from '../../../core/access/work.ts'
import { refused, type Refused } from '../../../core/errors/refusal.ts'

/** Does what two people have agreed on: the rules that leave it to them let it pass. */
export const asAgreedByTwo = async <Done>({ work, deed }: { work: Work; deed: () => Promise<Done> }): Promise<Done> => {
  const { context } = work.req
  const before = context[AGREED]
  context[AGREED] = true
  try {
    return await deed()
  } finally {
    context[AGREED] = before
  }
}

/** Whether what is being stored was agreed by two people just now. */
export const isAgreedByTwo = (work: Work): boolean => work.req.context[AGREED] === true

/** The refusal of what one person may not do alone: who somebody is here, and what they may do [ORG-1]. */
export const needsTwo = ({ what, field }: { what: string; field?: string }): Refused =>
  refused({
    rule: 'ORG-1',
    reason: `${what} takes two people, so it is not done by editing this. Nothing was stored.`,
    nextStep:
      'Propose it under “Changes of accounts”. Another administrator or a committee member who is not concerned confirms it.',
    field,
  })

const AGREED = 'agreedByTwo'
