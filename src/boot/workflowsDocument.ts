import { workflowDiagram } from '../core/workflow/diagram.ts'
import type { Workflow } from '../core/workflow/workflow.ts'
import { callRequestWorkflow } from '../programme/consent/callRequestWorkflow.ts'
import { captureWorkflow } from '../programme/consent/captureWorkflow.ts'
import { consentRequestWorkflow } from '../programme/consent/requestWorkflow.ts'
import { entryWorkflow } from '../programme/directory/entryWorkflow.ts'
import { suggestionWorkflow } from '../programme/directory/suggestionWorkflow.ts'
import { guidanceWorkflow } from '../programme/guidance/workflow.ts'
import { handoverWorkflow } from '../programme/matching/handoverWorkflow.ts'
import { matchWorkflow } from '../programme/matching/workflow.ts'
import { meetingWorkflow } from '../programme/meetings/workflow.ts'
import { mergeWorkflow } from '../programme/merging/workflow.ts'
import { barrierWorkflow } from '../programme/plans/workflow.ts'
import { policyVersionWorkflow } from '../programme/policies/workflow.ts'
import { applicationWorkflow } from '../programme/recruitment/applications/workflow.ts'
import { answerWorkflow } from '../programme/recruitment/references/answerWorkflow.ts'
import { referenceWorkflow } from '../programme/recruitment/references/workflow.ts'
import { capacityOverrideWorkflow } from '../programme/recruitment/capacityOverrideWorkflow.ts'
import { standingRequestWorkflow } from '../programme/recruitment/standingRequestWorkflow.ts'
import { standingWorkflow } from '../programme/recruitment/standingWorkflow.ts'
import { trainingWorkflow } from '../programme/recruitment/trainingWorkflow.ts'
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

const WORKFLOWS: readonly Workflow[] = [
  referralWorkflow,
  barrierWorkflow,
  consentRequestWorkflow,
  captureWorkflow,
  callRequestWorkflow,
  applicationWorkflow,
  referenceWorkflow,
  answerWorkflow,
  standingWorkflow,
  standingRequestWorkflow,
  vettingWorkflow,
  trainingWorkflow,
  capacityOverrideWorkflow,
  policyVersionWorkflow,
  matchWorkflow,
  handoverWorkflow,
  meetingWorkflow,
  mergeWorkflow,
  entryWorkflow,
  suggestionWorkflow,
  guidanceWorkflow,
]
