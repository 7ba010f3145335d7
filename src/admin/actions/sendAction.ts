/**
 * What became of something that was sent: done (with the id of the record that it was done to, or that was made, and
 * what is said of it), or why not.
 */
export type Answer =
  { done: true; id?: string; said?: string } | { done: false; sentence: string; rule?: string; isOutdated: boolean }

/**
 * Sends JSON to an address of our own under /api and gives the answer in words. A refusal comes back word for word,
 * with the rule's id. Throws nothing: a lost connection is an answer too.
 */
export const sendAction = async ({
  address,
  body,
}: {
  address: string
  body: Record<string, unknown>
}): Promise<Answer> => {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (!response)
    return {
      done: false,
      sentence: 'We could not reach the server. Check your connection and try again.',
      isOutdated: false,
    }
  const answer = (await response.json().catch(() => undefined)) as
    { errors?: Problem[]; doc?: { id?: string }; said?: string } | undefined
  if (response.ok) return { done: true, id: answer?.doc?.id, said: answer?.said }
  const [problem] = answer?.errors ?? []
  const [detail] = problem?.data?.errors ?? []
  return {
    done: false,
    sentence:
      detail?.message ?? problem?.message ?? 'Something went wrong on our side, so nothing was stored. Try again.',
    rule: problem?.rule,
    isOutdated: problem?.rule === OUTDATED,
  }
}

type Problem = { message: string; rule?: string; data?: { errors?: Array<{ message: string }> } }

/** The rule that refuses what was sent from an older state of a record. */
const OUTDATED = 'SAVE'
