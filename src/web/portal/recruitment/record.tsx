import { daysAfter, londonDate, speakDate, speakMoment } from '../../../core/clock/londonDates.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import { newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { availabilityOf } from '../../../programme/people/volunteers/availability.ts'
import { WEEKLY_TIMES, type Availability } from '../../../programme/people/volunteers/weeklyTimes.ts'
import { personalDocuments, type PersonalDocument } from '../../../programme/policies/queries.ts'
import { acceptanceOf } from '../../../programme/policies/rules.ts'
import { WARNED_DAYS_BEFORE } from '../../../programme/recruitment/activity/endings.ts'
import {
  clearanceFactsOf,
  ownDetails,
  trainingFactsOf,
  type OwnDetails,
} from '../../../programme/recruitment/queries.ts'
import {
  heldForClearance,
  isOnesOwnToMend,
  missingForClearance,
  type ClearanceFacts,
  type VettingFact,
} from '../../../programme/recruitment/rules.ts'
import { TO_ONESELF } from '../../../programme/recruitment/speakingOf.ts'
import { WISHES } from '../../../programme/recruitment/activity/PauseRequests.ts'
import { heldTraining, missingTraining, type TrainingFact } from '../../../programme/recruitment/training/rules.ts'
import { Button } from '../../design/Button.tsx'
import { Card } from '../../design/Card.tsx'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { SummaryList, type SummaryRow } from '../../design/SummaryList.tsx'
import { Tag } from '../../design/Tag.tsx'
import { TaskList, type Task } from '../../design/TaskList.tsx'
import { portalNotices } from '../notices.ts'
import { openOwnRecord } from '../people/ownRecord.ts'
import { VETTING_WORDS } from './vettingWords.ts'
import { policyTasks } from '../policies/policyWords.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/**
 * A volunteer's own page: what clears them today and until when, what is missing with who can put it right, and what
 * they keep themselves [VOL-3, VOL-7, VOL-8, VOL-13].
 */
export const showRecord: PortalHandler = async (given) => {
  const { actor, query, now, frame, volunteerId } = await openOwnRecord(given)
  const [facts, trainings, own, availability, documents] = await Promise.all([
    clearanceFactsOf({ query, volunteerIds: [volunteerId] }),
    trainingFactsOf({ query, volunteerIds: [volunteerId] }),
    ownDetails({ query, volunteerId }),
    availabilityOf({ query, volunteerId }),
    personalDocuments({ query, userId: actor.userId }),
  ])
  const clearance = facts.get(volunteerId)
  if (!clearance || !own) throw notFoundError()
  const record = {
    facts: clearance,
    trainings: trainings.get(volunteerId) ?? [],
    own,
    availability,
    documents,
    today: londonDate(now),
  }
  given.response
    .type('html')
    .send(renderPage(<RecordPage frame={frame} record={record} notice={portalNotices.read(given.request)} />))
}

type OwnRecord = {
  facts: ClearanceFacts
  trainings: readonly TrainingFact[]
  own: OwnDetails
  availability: Availability
  documents: readonly PersonalDocument[]
  today: string
}

const RecordPage = ({ frame, record, notice }: { frame: PageFrame; record: OwnRecord; notice: string | undefined }) => {
  const { facts, trainings, own, availability, documents, today } = record
  const missing = missingForClearance({ facts: { ...facts, documents: [] }, on: today, speaking: TO_ONESELF })
  const before = missingTraining({ trainings, on: today })
  const toAccept = documents.filter(
    (document) => document.mustBeAccepted && acceptanceOf({ document, on: today })?.state === 'missing',
  )
  const rows = urgentFirst([
    ...heldForClearance({ facts, on: today }).map((fact) => vettingRow({ fact, today })),
    ...documentRows({ facts, today }),
    ...trainings.flatMap((training) => trainingRow({ training, today })),
  ])
  return (
    <Page frame={frame} title="My record" back={{ href: frame.homeHref }}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>My record</Heading>
      {missing.length + toAccept.length === 0 ? (
        <Notice tone="success" title="You are cleared today.">
          <p>
            {before.length === 0
              ? 'You can be matched, and your meetings can be confirmed.'
              : 'Your meetings can be confirmed. Before a new match starts, the training below has to be done.'}
          </p>
        </Notice>
      ) : (
        <Missing
          ours={missing.filter((each) => !isOnesOwnToMend(each))}
          tasks={[
            ...missing.filter(isOnesOwnToMend).map(({ reason }) => ownTask(reason)),
            ...policyTasks({ documents: toAccept, on: today }),
          ]}
        />
      )}
      {before.length > 0 ? <Heading level={2}>Before a new match starts</Heading> : null}
      {before.map(({ reason, nextStep }) => (
        <Card key={reason} title={reason} level={3}>
          <p>{nextStep}</p>
        </Card>
      ))}
      <Heading level={2}>What clears you</Heading>
      {rows.length === 0 ? <p>Nothing yet.</p> : <SummaryList rows={rows} />}
      <p>
        Is something here wrong? Tell the co-ordinator. We keep what each check was and until when it holds, never what
        it says.
      </p>
      <Heading level={2}>What you keep yourself</Heading>
      <SummaryList
        rows={[
          {
            term: 'Mobile number',
            value: own.mobile,
            change: { href: '/portal/record/details', hiddenText: 'your mobile number' },
          },
          {
            term: 'Home address',
            value: own.homeAddress ? <span className="as-typed">{own.homeAddress}</span> : undefined,
            change: { href: '/portal/record/details', hiddenText: 'your home address' },
          },
          {
            term: 'When you usually have time',
            value: availability.free.map((time) => WEEKLY_TIMES[time]).join(', '),
            change: { href: '/portal/record/availability', hiddenText: 'when you have time' },
          },
          {
            term: 'When you are away',
            value: awayAhead({ availability, today }),
            change: { href: '/portal/record/availability', hiddenText: 'when you are away' },
          },
        ]}
      />
      <p>Only the co-ordinator and the committee see your home address.</p>
      <Heading level={2}>Pause or leave</Heading>
      {own.wish ? (
        <Form action="/portal/record/pause/take-back" idempotencyKey={newIdempotencyKey()}>
          <p>{`On ${speakMoment(own.wish.askedAt)} you told the committee: ${WISHES[own.wish.wish].toLowerCase()}. They will speak with you.`}</p>
          <Button variant="secondary">Take it back</Button>
        </Form>
      ) : (
        <p>
          <a href="/portal/record/pause">Tell the committee that you wish to pause or leave</a>
        </p>
      )}
    </Page>
  )
}

const awayAhead = ({
  availability: { away },
  today,
}: {
  availability: Availability
  today: string
}): string | undefined =>
  away
    .filter(({ until }) => today <= until)
    .map(({ from, until }) => `${speakDate(from)} to ${speakDate(until)}`)
    .join('; ') || undefined

const Missing = ({ ours, tasks }: { ours: readonly Refused[]; tasks: readonly Task[] }) => (
  <>
    <Notice
      tone="warning"
      title={
        ours.length + tasks.length === 1
          ? 'One thing is missing.'
          : `${ours.length + tasks.length} things are missing: yours to do ${tasks.length}, ours ${ours.length}.`
      }
    >
      <p>Until then you cannot be matched, and no meeting of yours can be confirmed.</p>
    </Notice>
    {tasks.length > 0 ? (
      <>
        <Heading level={2}>Yours to do</Heading>
        <TaskList label="Yours to do" tasks={tasks} />
      </>
    ) : null}
    {ours.length > 0 ? <Heading level={2}>Ours to do</Heading> : null}
    {ours.map(({ reason, nextStep }) => (
      <Card key={reason} title={reason} level={3}>
        <p>{nextStep}</p>
      </Card>
    ))}
  </>
)

/** A number that can be rung is the one thing here that a volunteer puts right by themselves [VOL-7]. */
const ownTask = (reason: string): Task => ({
  title: reason,
  href: '/portal/record/details',
  hint: 'Enter it here.',
  status: 'to do',
})

/** A line of what clears, and whether something must be done about it soon. */
type ClearingRow = SummaryRow & { isUrgent?: boolean }

const urgentFirst = (rows: readonly ClearingRow[]): ClearingRow[] =>
  rows.toSorted((one, other) => Number(other.isUrgent ?? false) - Number(one.isUrgent ?? false))

const endsSoon = ({ validUntil, today }: { validUntil: string | null; today: string }): boolean =>
  validUntil !== null && validUntil <= daysAfter({ date: today, days: WARNED_DAYS_BEFORE[0] })

const vettingRow = ({
  fact: { kind, takenOn, validUntil },
  today,
}: {
  fact: VettingFact
  today: string
}): ClearingRow => ({
  isUrgent: endsSoon({ validUntil, today }),
  term: VETTING_WORDS[kind],
  value: <Held takenOn={takenOn} validUntil={validUntil} today={today} />,
})

/** Since when something holds and until when, marked once it ends within the days in which people are warned. */
const Held = ({ takenOn, validUntil, today }: { takenOn: string; validUntil: string | null; today: string }) => (
  <>
    {speakDate(takenOn)}
    {validUntil === null ? null : `, holds until ${speakDate(validUntil)}`}
    {endsSoon({ validUntil, today }) ? (
      <>
        {' '}
        <Tag text="Ends soon" tone="waiting" />
      </>
    ) : null}
  </>
)

const trainingRow = ({ training, today }: { training: TrainingFact; today: string }): ClearingRow[] => {
  const held = heldTraining({ training, on: today })
  return held
    ? [
        {
          isUrgent: endsSoon({ validUntil: held.validUntil, today }),
          term: training.kind,
          value: <Held takenOn={held.takenOn} validUntil={held.validUntil} today={today} />,
        },
      ]
    : []
}

const documentRows = ({ facts: { documents }, today }: { facts: ClearanceFacts; today: string }): ClearingRow[] =>
  documents.flatMap((document): ClearingRow[] => {
    const standing = acceptanceOf({ document, on: today })
    if (!standing || standing.state === 'missing') return []
    if (standing.state === 'accepted')
      return [{ term: document.title, value: `Accepted on ${speakDate(standing.acceptedOn)}` }]
    return [
      {
        isUrgent: true,
        term: document.title,
        value: <Tag text={`New version to accept by ${speakDate(standing.by)}`} tone="waiting" />,
      },
    ]
  })
