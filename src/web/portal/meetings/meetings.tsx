import type { PersonActor } from '../../../core/access/actor.ts'
import { startWork } from '../../../core/access/work.ts'
import { recordReads } from '../../../core/audit/record.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { londonDate, speakDate, speakDay, speakMoment, speakTime } from '../../../core/clock/londonDates.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { contactsOf, type FamilyContact } from '../../../programme/matching/queries.ts'
import { MEETING } from '../../../programme/meetings/fields.ts'
import {
  meetingById,
  meetingsAhead,
  meetingsToLog,
  type MeetingLine,
  type MeetingPageFacts,
} from '../../../programme/meetings/queries.ts'
import { meetingWorkflow } from '../../../programme/meetings/meetings/workflow.ts'
import { AT_HOME } from '../../../programme/meetings/rules.ts'
import { Button } from '../../design/Button.tsx'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { ChildMark } from '../../design/ChildMark.tsx'
import { Details } from '../../design/Details.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { SummaryList, type SummaryRow } from '../../design/SummaryList.tsx'
import { Tag } from '../../design/Tag.tsx'
import { TextField } from '../../design/TextField.tsx'
import { Timeline, type TimelineEntry } from '../../design/Timeline.tsx'
import { Track, type TrackStep } from '../../design/Track.tsx'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed, wordsTyped } from '../../visit/typed.ts'
import { meetingTag, speakMinutes } from './meetingWords.ts'
import { FirstToKnow } from '../matching/FirstToKnow.tsx'
import { readMedicalNeeds } from '../matching/medicalNeeds.tsx'
import { ReachButtons } from '../matching/ReachButtons.tsx'
import { portalNotices } from '../notices.ts'
import { idIn, noteReading, openPage } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/** The person's meetings: those ahead, and those whose log is missing. */
export const showMeetings: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const [ahead, toLog] = await Promise.all([meetingsAhead({ query, actor, now }), meetingsToLog({ query, actor, now })])
  await noteReading({
    services,
    actor,
    collection: 'children',
    ids: [...ahead, ...toLog].map(({ childId }) => childId),
  })
  response.type('html').send(renderPage(<MeetingsPage frame={frame} ahead={ahead} toLog={toLog} />))
}

/** One meeting: when, where, with whom, how far it is, and what can be done. */
export const showMeeting: PortalHandler = async ({ services, request, response }) => {
  const { frame, meeting, now, known } = await openMeeting({ services, request, response })
  response
    .type('html')
    .send(
      renderPage(
        <MeetingPage
          frame={frame}
          meeting={meeting}
          known={known}
          now={now}
          notice={portalNotices.read(request)}
          idempotencyKey={newIdempotencyKey()}
        />,
      ),
    )
}

/** Calls a meeting off, with a reason [MTG-7]. */
export const callMeetingOff: PortalHandler = async ({ services, request, response }) => {
  const { frame, meeting, now, known } = await openMeeting({ services, request, response })
  const typed = typedIn(request.body)
  const page = (sentences: string[], errors = {}) => (
    <MeetingPage
      frame={frame}
      meeting={meeting}
      known={known}
      now={now}
      typed={typed}
      sentences={sentences}
      errors={errors}
      idempotencyKey={newIdempotencyKey()}
    />
  )
  if (wordsTyped(typed, 'reason') === '') {
    response
      .status(400)
      .type('html')
      .send(renderPage(page([], { reason: 'Say why it is called off.' })))
    return
  }
  await submit({
    services,
    request,
    response,
    purpose: 'call a meeting off',
    work: async (work) => {
      await performAction({
        work,
        workflow: meetingWorkflow,
        id: meeting.id,
        action: 'cancel',
        input: { reason: typed.reason },
      })
      return {
        location: portalNotices.addressWith({ path: `/portal/meetings/${meeting.id}`, notice: 'meeting-cancelled' }),
      }
    },
    again: (sentences) => page(sentences),
  })
}

/** The meeting as its page shows it, of whom this person may know now [MAT-7]. */
const openMeeting = async ({ services, request, response }: Parameters<PortalHandler>[0]) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const meeting = await meetingById({ query, actor, now, id: idIn(request) })
  if (!meeting) throw notFoundError()
  await noteReading({ services, actor, collection: 'children', ids: [meeting.childId] })
  if (meeting.family) await noteReading({ services, actor, collection: 'guardians', ids: [meeting.guardianId] })
  if (meeting.home) await noteReading({ services, actor, collection: 'meeting-addresses', ids: [meeting.home.id] })
  // Whose child it is knows of the family beforehand; who comes along is told whom to ring [MAT-7].
  const known =
    meeting.family && !meeting.accompanies
      ? await readFirstToKnow({ services, actor, childId: meeting.childId })
      : { contacts: [], urgent: [] }
  return { frame, meeting, now, known }
}

type FirstKnown = { contacts: FamilyContact[]; urgent: SummaryRow[] }

/** Who of the family must not be contacted, and what must be known of the child's health, each record noted as read. */
const readFirstToKnow = async ({
  services,
  actor,
  childId,
}: {
  services: Parameters<PortalHandler>[0]['services']
  actor: PersonActor
  childId: string
}): Promise<FirstKnown> => {
  const work = await startWork({ payload: services.payload, actor, from: 'portal' })
  return inTransaction({
    req: work.req,
    work: async () => {
      const contacts = (await contactsOf({ query: work.query, childId })).filter(
        ({ contactRule }) => contactRule === 'none',
      )
      await recordReads({ work, collection: 'guardians', ids: contacts.map(({ id }) => id) })
      return { contacts, urgent: (await readMedicalNeeds({ work, childId })).urgent }
    },
  })
}

const MeetingsPage = ({ frame, ahead, toLog }: { frame: PageFrame; ahead: MeetingLine[]; toLog: MeetingLine[] }) => (
  <Page frame={frame} title="Meetings" back={{ href: '/portal' }}>
    <Heading>Meetings</Heading>
    <Heading level={2}>Still to come</Heading>
    {ahead.length === 0 ? (
      <EmptyState title="No meetings are planned." drawing="empty">
        Propose one from your home page.
      </EmptyState>
    ) : null}
    <Timeline level={3} entries={ahead.map((meeting) => entryOf(meeting, `/portal/meetings/${meeting.id}`))} />
    {toLog.length > 0 ? <Heading level={2}>Waiting for your log</Heading> : null}
    <Timeline level={3} entries={toLog.map((meeting) => entryOf(meeting, `/portal/logs/new?meeting=${meeting.id}`))} />
  </Page>
)

const entryOf = ({ id, childId, childName, startsAt, place, status }: MeetingLine, href: string): TimelineEntry => ({
  id,
  date: londonDate(startsAt),
  spokenDay: speakDay(startsAt),
  title: `${childName}, ${speakTime(startsAt)}`,
  href,
  mark: <ChildMark childId={childId} name={childName} />,
  detail: place,
  aside: <Tag {...meetingTag(status)} />,
})

type MeetingProps = {
  frame: PageFrame
  meeting: MeetingPageFacts
  known: FirstKnown
  now: Date
  notice?: string
  typed?: Typed
  sentences?: string[]
  errors?: Record<string, string>
  idempotencyKey: string
}

const MeetingPage = ({
  frame,
  meeting,
  known,
  now,
  notice,
  typed = {},
  sentences = [],
  errors = {},
  idempotencyKey,
}: MeetingProps) => {
  const isOpen = !meeting.accompanies && (meeting.status === 'proposed' || meeting.status === 'confirmed')
  const title = `Meeting with ${meeting.childName ?? 'a child'}`
  const begun = meeting.startsAt <= now
  return (
    <Page frame={frame} title={title} errors={errors} generalErrors={sentences} back={{ href: '/portal/meetings' }}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading caption={speakMoment(meeting.startsAt)}>{title}</Heading>
      {meeting.status === 'proposed' ? (
        <Notice tone="warning" title="This meeting is not confirmed. Do not go until it is.">
          {meeting.reason ? <p>{meeting.reason}</p> : null}
        </Notice>
      ) : null}
      <FirstToKnow {...known} />
      <SummaryList
        rows={[
          { term: 'State', value: <Tag {...meetingTag(meeting.status)} /> },
          { term: 'When', value: `${speakMoment(meeting.startsAt)}, for ${speakMinutes(meeting.minutes)}` },
          { term: 'Where', value: meeting.home ? `${meeting.place}: ${meeting.home.address}` : meeting.place },
          { term: 'Volunteer', value: meeting.volunteerName },
          ...(meeting.secondVolunteerName ? [{ term: 'Second volunteer', value: meeting.secondVolunteerName }] : []),
          {
            term: 'Agreed with',
            value: `${meeting.family?.name ?? 'The parent or carer'}, on ${speakDate(meeting.agreedOn)}`,
          },
          ...(meeting.family ? [{ term: 'Contact on the committee', value: meeting.family.committeeContact }] : []),
          ...(meeting.reason && meeting.status !== 'proposed' ? [{ term: 'Why', value: meeting.reason }] : []),
        ]}
      />
      {meeting.family?.mobile ? (
        <ReachButtons
          name={meeting.family.name}
          mobile={meeting.family.mobile}
          contactRule={meeting.family.contactRule}
        />
      ) : null}
      {meeting.home || meeting.place === AT_HOME ? null : (
        <p>
          <a className="tall-link" href={mapOf(meeting.place)} rel="external noreferrer">
            Look for it on a map
          </a>
        </p>
      )}
      {meeting.logId ? <ButtonLink href={`/portal/logs/${meeting.logId}`}>Read the log</ButtonLink> : null}
      {isOpen && begun ? <ButtonLink href={`/portal/logs/new?meeting=${meeting.id}`}>Write the log</ButtonLink> : null}
      {meeting.mayProposeAnother ? (
        <ButtonLink href={`/portal/meetings/new?match=${meeting.matchId}`}>Propose another day</ButtonLink>
      ) : null}
      <Heading level={2}>What happened so far</Heading>
      <Track label="What happened so far" steps={historyOf(meeting)} />
      {isOpen ? (
        <Details summary="Call this meeting off" open={sentences.length > 0 || Object.keys(errors).length > 0}>
          <Form action={`/portal/meetings/${meeting.id}/cancel`} idempotencyKey={idempotencyKey}>
            <TextField
              name="reason"
              label="Why is it called off?"
              hint="The parent or carer and the co-ordinator are told that it is off."
              value={typed.reason}
              error={errors.reason}
              maxLength={MEETING.reason.longest}
            />
            <Button variant="warning">Call it off</Button>
          </Form>
        </Details>
      ) : null}
    </Page>
  )
}

/** The way of a meeting until now, and what comes next. */
const historyOf = ({
  status,
  proposedAt,
  proposedBy,
  confirmedAt,
  confirmedBy,
  changedAt,
}: MeetingPageFacts): TrackStep[] => {
  const by = (name: string | null): string => (name === null ? '' : ` by ${name}`)
  const proposed: TrackStep = { title: `Proposed${by(proposedBy)}`, state: 'done', detail: speakMoment(proposedAt) }
  const confirmed: TrackStep =
    confirmedAt === null
      ? { title: 'Confirmed by the committee', state: 'now', detail: 'Still to be confirmed' }
      : { title: `Confirmed${by(confirmedBy)}`, state: 'done', detail: speakMoment(confirmedAt) }
  const wasConfirmed = confirmedAt === null ? [] : [confirmed]
  if (status === 'cancelled' || status === 'declined')
    return [
      proposed,
      ...wasConfirmed,
      { title: meetingTag(status).text, state: 'done', detail: speakMoment(changedAt) },
    ]
  if (status === 'held')
    return [proposed, ...wasConfirmed, { title: 'Took place, and its log is stored', state: 'done' }]
  return [
    proposed,
    confirmed,
    { title: 'You meet, and write the log', state: confirmedAt === null ? 'to come' : 'now' },
  ]
}

/** Where a map shows a public place. It is asked only when somebody follows the link, and told nothing but the place. */
const mapOf = (place: string): string => `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`
