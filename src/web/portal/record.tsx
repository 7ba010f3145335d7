import { daysAfter, londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { notFoundError } from '../../core/errors/problems.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { ownVolunteerIdOf } from '../../programme/people/roles.ts'
import { personalDocuments, type PersonalDocument } from '../../programme/policies/queries.ts'
import { standingOf } from '../../programme/policies/rules.ts'
import { clearanceFactsOf } from '../../programme/recruitment/queries.ts'
import { heldForClearance, missingForClearance, type ClearanceFacts, type VettingFact } from '../../programme/recruitment/rules.ts'
import { Card } from '../design/Card.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { SummaryList, type SummaryRow } from '../design/SummaryList.tsx'
import { Tag } from '../design/Tag.tsx'
import { TaskList, type Task } from '../design/TaskList.tsx'
import { openPage } from './opened.ts'
import { policyTasks } from './policyWords.ts'
import type { PortalHandler } from './handler.ts'

/** A volunteer's own page: what clears them today, and what is missing with who can put it right [VOL-3]. */
export const showRecord: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const volunteerId = ownVolunteerIdOf(actor)
  const facts = volunteerId ? (await clearanceFactsOf({ query, volunteerIds: [volunteerId] })).get(volunteerId) : undefined
  if (!facts) throw notFoundError()
  const documents = await personalDocuments({ query, userId: actor.userId })
  response.type('html').send(renderPage(<RecordPage frame={frame} facts={facts} documents={documents} today={londonDate(now)} />))
}

const RecordPage = ({ frame, facts, documents, today }: { frame: PageFrame; facts: ClearanceFacts; documents: readonly PersonalDocument[]; today: string }) => {
  const missing = missingForClearance({ facts: { ...facts, documents: [] }, on: today })
  const toAccept = documents.filter((document) => document.mustBeAccepted && standingOf({ document, on: today })?.state === 'missing')
  const rows = [...heldForClearance({ facts, on: today }).map((fact) => vettingRow({ fact, today })), ...documentRows({ facts, today })]
  return (
    <Page frame={frame} title="My record" back={{ href: '/portal' }}>
      <Heading>My record</Heading>
      {missing.length + toAccept.length === 0 ? (
        <Notice tone="success" title="You are cleared today.">
          <p>You can be matched, and your meetings can be confirmed.</p>
        </Notice>
      ) : (
        <Missing missing={missing} tasks={policyTasks({ documents: toAccept, on: today })} />
      )}
      <Heading level={2}>What clears you</Heading>
      {rows.length === 0 ? <p>Nothing yet.</p> : <SummaryList rows={rows} />}
      <p>Is something here wrong? Tell the co-ordinator. We keep what each check was and until when it holds, never what it says.</p>
    </Page>
  )
}

const Missing = ({ missing, tasks }: { missing: readonly Refused[]; tasks: readonly Task[] }) => (
  <>
    <Notice tone="warning" title={missing.length + tasks.length === 1 ? 'One thing is missing.' : `${missing.length + tasks.length} things are missing.`}>
      <p>Until then you cannot be matched, and no meeting of yours can be confirmed.</p>
    </Notice>
    <Heading level={2}>What is missing</Heading>
    {tasks.length > 0 ? <TaskList label="What you can do yourself" tasks={tasks} /> : null}
    {missing.map(({ reason, nextStep }) => (
      <Card key={reason} title={reason} level={3}>
        <p>{nextStep}</p>
      </Card>
    ))}
  </>
)

const vettingRow = ({ fact: { kind, takenOn, validUntil }, today }: { fact: VettingFact; today: string }): SummaryRow => ({
  term: VETTING_WORDS[kind],
  value: (
    <>
      {speakDate(takenOn)}
      {validUntil === null ? null : `, holds until ${speakDate(validUntil)}`}
      {validUntil !== null && validUntil <= daysAfter({ date: today, days: DAYS_OF_WARNING }) ? (
        <>
          {' '}
          <Tag text="Ends soon" tone="waiting" />
        </>
      ) : null}
    </>
  ),
})

const documentRows = ({ facts: { documents }, today }: { facts: ClearanceFacts; today: string }): SummaryRow[] =>
  documents.flatMap((document): SummaryRow[] => {
    const standing = standingOf({ document, on: today })
    if (!standing || standing.state === 'missing') return []
    if (standing.state === 'accepted') return [{ term: document.title, value: `Accepted on ${speakDate(standing.acceptedOn)}` }]
    return [{ term: document.title, value: <Tag text={`New version to accept by ${speakDate(standing.by)}`} tone="waiting" /> }]
  })

const VETTING_WORDS: Record<VettingFact['kind'], string> = {
  'committee-approval': 'Approved by the committee after an interview',
  'dbs-check': 'DBS check',
  'safeguarding-training': 'Safeguarding training, face to face',
  induction: 'Induction',
}

/** The first warning before a recheck [VOL-6]. */
const DAYS_OF_WARNING = 60
