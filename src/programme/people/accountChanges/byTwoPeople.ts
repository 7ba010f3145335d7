import type { Work } from '../../../core/access/work.ts'

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

const AGREED = 'agreedByTwo'
