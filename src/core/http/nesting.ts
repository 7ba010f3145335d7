import { httpProblem } from './httpProblem.ts'

/** How deep what is sent may be nested: some forty lists within lists, as the panel's editor sends them. */
const DEEPEST_NESTING = 200

/**
 * Refuses a body whose JSON is nested so deep that whoever walks through it would run out of room: 400. Nothing is
 * parsed for it. Of a form with parts each text is looked at, since the panel sends a record's JSON as one.
 */
export const refuseDeepNesting = async ({ body, type }: { body: ArrayBuffer; type: string }): Promise<void> => {
  const texts = /^\s*multipart\//i.test(type) ? await textsOfForm({ body, type }) : [new TextDecoder().decode(body)]
  if (texts.some(isNestedTooDeep)) throw tooDeep()
}

/** Whether JSON is nested deeper than may be; brackets within its texts do not count. */
const isNestedTooDeep = (json: string): boolean => {
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at)
    if (isText) {
      if (letter === BACKSLASH) at += 1
      else if (letter === QUOTE) isText = false
    } else if (letter === QUOTE) isText = true
    else if (letter === OPEN_BRACE || letter === OPEN_BRACKET) {
      depth += 1
      if (depth > DEEPEST_NESTING) return true
    } else if (letter === CLOSE_BRACE || letter === CLOSE_BRACKET) depth -= 1
  }
  return false
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [...'"\\{}[]'].map((letter) =>
  letter.charCodeAt(0),
)

const textsOfForm = async ({ body, type }: { body: ArrayBuffer; type: string }): Promise<string[]> => {
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw unreadable()
  })
  return [...form.values()].filter((value) => typeof value === 'string')
}

const tooDeep = (): Error =>
  httpProblem({
    status: 400,
    rule: 'INPUT',
    reason: 'What was sent is nested too deep to be read.',
    nextStep: 'Send it as the pages of the programme do.',
  })

const unreadable = (): Error =>
  httpProblem({
    status: 400,
    rule: 'INPUT',
    reason: 'We could not read what was sent.',
    nextStep: 'Go back and send the form once more.',
  })
