import type { Workflow } from '../../src/core/workflow/workflow.ts'

/**
 * The whole of what a workflow's declaration says about where a record can go: its steps as “from, from → to”, which
 * fields may be edited in which state (a state without any is left out), and what is locked before it, in order.
 */
export const lifeOf = ({ states, initial, stateField, diagram, editableIn, locked }: Workflow) => ({
  states: Object.keys(states),
  initial,
  stateField,
  steps: Object.fromEntries(diagram.map(({ action, from, to }) => [action, `${from.join(', ')} → ${to}`])),
  editable: Object.fromEntries(
    Object.keys(states).flatMap((state) => (editableIn(state).length > 0 ? [[state, editableIn(state)]] : [])),
  ),
  locked: locked.map(({ field, collection }) => `${field} of ${collection}`),
})
