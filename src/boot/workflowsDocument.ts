import type { Area } from '../core/house/defineArea.ts'
import { workflowDiagram } from '../core/workflow/diagram.ts'
import { areas as allAreas } from '../programme/house.ts'

/** The life of each kind of record as one page of diagrams, from the ground floor up, drawn from the declarations. */
export const workflowsDocument = (areas: readonly Area[] = allAreas): string =>
  [
    '# The life of each record',
    '',
    'Drawn by `npm run generate` from the declarations under `src/programme/`. Do not edit by hand.',
    ...areas
      .flatMap(({ records }) => records)
      .flatMap(({ custom: { workflow } }) =>
        workflow ? ['', `## A ${workflow.noun}`, '', '```mermaid', workflowDiagram(workflow), '```'] : [],
      ),
    '',
  ].join('\n')
