import type { Workflow } from './workflow.ts'

/**
 * A workflow as a Mermaid state diagram, for the documents: drawn from the declaration, so it cannot differ from it.
 */
export const workflowDiagram = ({ states, initial, diagram }: Workflow): string =>
  [
    'stateDiagram-v2',
    ...Object.entries(states).map(([state, label]) => `  state "${label}" as ${nodeOf(state)}`),
    `  [*] --> ${nodeOf(initial)}`,
    ...diagram.flatMap(({ label, from, to }) => from.map((state) => `  ${nodeOf(state)} --> ${nodeOf(to)}: ${label}`)),
  ].join('\n')

const nodeOf = (state: string): string => state.replaceAll('-', '_')
