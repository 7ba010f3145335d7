import { handleEndpoints, type Payload } from 'payload'

/** One request to Payload's REST API, as a client sends it. `path` begins after /api and may carry a query. */
export type RestRequest = {
  method?: string
  path: string
  cookie?: string
  body?: unknown
  form?: Record<string, string>
  headers?: Record<string, string>
}

/** What came back: the status, the text to the letter, and the text read as JSON (an empty object where it is none). */
export type RestAnswer = { status: number; text: string; body: Record<string, unknown>; headers: Headers }

/**
 * Sends requests straight to what serves /api in production, past the web layer's own gates: whoever finds a way round
 * those meets only the core. Never throws for an answer, whatever its status.
 */
export const restClient =
  ({ payload }: { payload: Payload }) =>
  async ({ method = 'GET', path, cookie, body, form, headers = {} }: RestRequest): Promise<RestAnswer> => {
    const request = new Request(`http://localhost:3000/api${path}`, {
      method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form
        ? formOf(form)
        : typeof body === 'string'
          ? body
          : body === undefined
            ? undefined
            : JSON.stringify(body),
    })
    const answer = await handleEndpoints({ config: payload.config, request })
    const text = await answer.text()
    return { status: answer.status, text, body: readJson(text), headers: answer.headers }
  }

/** The records of a list that came back, none where the answer is no list. */
export const docsOf = ({ body }: RestAnswer): Array<Record<string, unknown> & { id: string }> =>
  Array.isArray(body.docs) ? (body.docs as Array<Record<string, unknown> & { id: string }>) : []

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const readJson = (text: string): Record<string, unknown> => {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
