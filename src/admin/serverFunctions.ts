import type { ServerFunctionClientArgs } from 'payload'

/** What the panel's pages ask of the server by name. Payload has more, for what this panel does not do. */
const ASKED_BY_THE_PANEL = new Set(['form-state', 'render-document', 'render-field', 'render-list', 'table-state'])

/** What is answered to any other name: it is looked up nowhere. */
export const NO_SUCH_FUNCTION = { message: 'The panel has nothing of that name. Open the page again.' } as const

/**
 * What is handed to Payload of a call from the browser: the name, where it is one of those that the panel asks for, and
 * what belongs to it; undefined for any other name. Payload finds a function by reading that name on an ordinary
 * object, so that
 * `constructor` would hand the request's cookies back to the page.
 */
export const askedFunction = ({ name, args }: ServerFunctionClientArgs): ServerFunctionClientArgs | undefined =>
  ASKED_BY_THE_PANEL.has(name) ? { name, args } : undefined
