import { workflowDiagram } from '../core/workflow/diagram.ts'
import type { Workflow } from '../core/workflow/workflow.ts'
import { consentRequestWorkflow } from '../programme/consent/requestWorkflow.ts'
import { matchWorkflow } from '../programme/matching/workflow.ts'
import { meetingWorkflow } from '../programme/meetings/workflow.ts'
import { barrierWorkflow } from '../programme/plans/workflow.ts'
import { policyVersionWorkflow } from '../programme/policies/workflow.ts'
import { vettingWorkflow } from '../programme/recruitment/workflow.ts'
import { referralWorkflow } from '../programme/referrals/workflow.ts'

/** The life of each kind of record as one page of diagrams, drawn from the declarations. */
export const workflowsDocument = (): string =>
  [
    '# The life of each record',
    '',
    'Drawn by `npm run generate` from the declarations under `src/programme/`. Do not edit by hand.',
    ...WORKFLOWS.flatMap((workflow) => ['', `## A ${workflow.noun}`, '', '```mermaid', workflowDiagram(workflow), '```']),
    '',
  ].join('\n')

const WORKFLOWS: readonly Workflow[] = [referralWorkflow, barrierWorkflow, consentRequestWorkflow, vettingWorkflow, policyVersionWorkflow, matchWorkflow, meetingWorkflow]
