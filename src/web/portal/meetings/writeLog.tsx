import { z } from 'zod'
import { asUser } from '../../../core/access/localApi.ts'
import { isCalendarDate, londonDate, speakDate } from '../../../core/clock/londonDates.ts'
import { isUuid } from '../../../core/database/locks.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { listOf } from '../../../core/http/forms.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { valuesInUse } from '../../../programme/guidance/queries.ts'
import { LOG } from '../../../programme/meetings/fields.ts'
import { waitingMeeting } from '../../../programme/meetings/logs/waitingMeeting.ts'
import { matchToLog, meetingToLog } from '../../../programme/meetings/queries.ts'
import { frameFor } from '../../visit/frame.ts'
import { Button } from '../../design/Button.tsx'
import { Checkboxes } from '../../design/Checkboxes.tsx'
import { DateField } from '../../design/DateField.tsx'
import { Details } from '../../design/Details.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { TextArea } from '../../design/TextArea.tsx'
import { TextField } from '../../design/TextField.tsx'
import { submit } from '../../visit/submit.ts'
import { problemsByField, typedIn, type Typed } from '../../visit/typed.ts'
import { portalNotices } from '../notices.ts'
import { noteReading, openVisit } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/** The log's form, filled in from the meeting it is about [LOG-1]. */
export const showLogForm: PortalHandler = async ({ services, request, response }) => {
  const { meeting, match } = request.query
  const { actor, query, subject, today } = await openSubject({
    services,
    response,
    meetingId: meeting,
    matchId: match,
    isUnplanned: request.query.unplanned === 'yes',
  })
  await noteReading({ services, actor, collection: 'children', ids: [subject.childId] })
  const typed = {
    heldOn: subject.heldOn,
    location: subject.place,
    runBy: subject.volunteerName,
    attendees: [subject.childName, subject.volunteerName, subject.secondVolunteerName].filter(Boolean).join(', '),
  }
  response
    .type('html')
    .send(
      renderPage(
        <LogForm
          frame={await frameFor({ services, request, response })}
          subject={subject}
          values={await valuesInUse({ query })}
          writerId={actor.userId}
          typed={typed}
          today={today}
          idempotencyKey={newIdempotencyKey()}
        />,
      ),
    )
}

/**
 * Takes the log: stored for good with its audit row and the co-ordinator's message, once however often it is sent
 * [LOG-1, LOG-2, LOG-8].
 */
export const sendLog: PortalHandler = async ({ services, request, response }) => {
  const typed = typedIn(request.body)
  const ticked = listOf((request.body as Record<string, string | string[] | undefined>).valuesLived)
  const { actor, query, subject, today } = await openSubject({
    services,
    response,
    meetingId: typed.meeting,
    matchId: typed.match,
  })
  const page = async ({ errors, sentences }: { errors?: FieldErrors; sentences?: string[] }) => (
    <LogForm
      frame={await frameFor({ services, request, response })}
      subject={subject}
      values={await valuesInUse({ query })}
      writerId={actor.userId}
      typed={typed}
      ticked={ticked}
      today={today}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const parsed = logSchema.safeParse(typed)
  if (!parsed.success) {
    response
      .status(400)
      .type('html')
      .send(renderPage(await page({ errors: problemsByField(parsed.error) })))
    return
  }
  await submit({
    services,
    request,
    response,
    purpose: 'send a log',
    work: async (work) => {
      await asUser(work).create({
        collection: 'session-logs',
        data: {
          ...parsed.data,
          valuesLived: ticked.join('\n'),
          child: subject.childId,
          match: subject.matchId,
          volunteer: subject.volunteerId,
          ...(subject.meetingId ? { meeting: subject.meetingId } : {}),
        },
      })
      return { location: portalNotices.addressWith({ path: '/portal', notice: 'log-sent' }) }
    },
    fields: { heldOn: 'heldOn', valuesLived: 'valuesLived' },
    again: (sentences, errors) => page({ sentences, errors }),
  })
}

type Subject = {
  childId: string
  childName: string
  matchId: string
  volunteerId: string
  volunteerName: string
  secondVolunteerName: string | null
  meetingId: string | undefined
  heldOn: string
  place: string
  confirmed: boolean
  /** The meeting was found for whoever came from the child's card, and may be another one than they mean. */
  isFound?: boolean
}

const openSubject = async ({
  services,
  response,
  meetingId,
  matchId,
  isUnplanned = true,
}: Omit<Parameters<PortalHandler>[0], 'request'> & { meetingId: unknown; matchId: unknown; isUnplanned?: boolean }) => {
  const { actor, query, now } = openVisit({ services, response })
  const today = londonDate(now)
  if (isUuid(meetingId)) {
    const meeting = await meetingToLog({ query, actor, now, id: meetingId })
    if (!meeting) throw notFoundError()
    const subject: Subject = {
      ...meeting,
      childName: meeting.childName ?? 'the child',
      meetingId,
      heldOn: londonDate(meeting.startsAt),
      confirmed: meeting.status === 'confirmed',
    }
    return { actor, query, today, subject }
  }
  const match = await matchToLog({ query, actor, matchId, on: today })
  if (!match) throw notFoundError()
  // From the child's card too, the log is that of the meeting that waits for it.
  const waiting = isUnplanned ? undefined : await waitingMeeting({ query, now, matchId: match.matchId })
  const meeting = waiting === undefined ? undefined : await meetingToLog({ query, actor, now, id: waiting })
  if (waiting !== undefined && meeting)
    return {
      actor,
      query,
      today,
      subject: {
        ...meeting,
        childName: match.childName,
        meetingId: waiting,
        heldOn: londonDate(meeting.startsAt),
        confirmed: meeting.status === 'confirmed',
        isFound: true,
      } satisfies Subject,
    }
  const subject: Subject = {
    ...match,
    secondVolunteerName: null,
    meetingId: undefined,
    heldOn: today,
    place: '',
    confirmed: false,
  }
  return { actor, query, today, subject }
}

const logSchema = z.object({
  heldOn: z.string('Say on which day you met.').refine(isCalendarDate, 'Say on which day you met.'),
  location: LOG.location.asked('Say where you met.'),
  runBy: LOG.runBy.asked('Say who ran the session.'),
  attendees: LOG.attendees.asked('Say who was there.'),
  activities: LOG.activities.ifAny(),
  outcomes: LOG.outcomes.ifAny(),
  comment: LOG.comment.ifAny(),
})

type LogFormProps = {
  frame: PageFrame
  subject: Subject
  /** What can be ticked, none of which needs to be. */ values: readonly string[]
  /** Whose draft it is, on a device that others use too. */ writerId: string
  typed: Typed
  ticked?: readonly string[]
  today: string
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}

const LogForm = ({
  frame,
  subject,
  values,
  writerId,
  typed,
  ticked = [],
  today,
  errors = {},
  sentences = [],
  idempotencyKey,
}: LogFormProps) => (
  <Page
    frame={frame}
    title={`Log a meeting with ${subject.childName}`}
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal' }}
    scripts={[frame.links.keepDraft]}
  >
    <Heading>Log a meeting with {subject.childName}</Heading>
    {subject.isFound ? (
      <Notice title={`This log is for the meeting on ${speakDate(subject.heldOn)}.`}>
        <p>
          <a href={`/portal/logs/new?match=${subject.matchId}&unplanned=yes`}>Write about another time instead</a>
        </p>
      </Notice>
    ) : null}
    {subject.confirmed ? null : (
      <Notice title="This meeting was not confirmed beforehand.">
        <p>Write down what happened all the same. The co-ordinator will see that it was not confirmed.</p>
      </Notice>
    )}
    <Form
      action="/portal/logs/new"
      idempotencyKey={idempotencyKey}
      draft={{ name: `log ${writerId} ${subject.meetingId ?? subject.matchId}`, done: 'log-sent' }}
      bar={<Button>Send this log</Button>}
      hidden={{ ...(subject.meetingId ? { meeting: subject.meetingId } : { match: subject.matchId }) }}
    >
      <DateField name="heldOn" label="Date" value={typed.heldOn} latest={today} error={errors.heldOn} />
      <TextField
        name="location"
        label="Location"
        value={typed.location}
        error={errors.location}
        maxLength={LOG.location.longest}
        autoComplete="off"
      />
      <TextField
        name="runBy"
        label="Programme run by"
        value={typed.runBy}
        error={errors.runBy}
        maxLength={LOG.runBy.longest}
        autoComplete="off"
      />
      <TextField
        name="attendees"
        label="Attendees present"
        value={typed.attendees}
        error={errors.attendees}
        maxLength={LOG.attendees.longest}
        autoComplete="off"
      />
      <TextArea
        name="activities"
        label="What did you do?"
        optional
        value={typed.activities}
        error={errors.activities}
        maxLength={LOG.activities.longest}
      />
      <TextArea
        name="outcomes"
        label="Goals and outcomes"
        optional
        value={typed.outcomes}
        error={errors.outcomes}
        maxLength={LOG.outcomes.longest}
      />
      <TextArea
        name="comment"
        label="Overall comment"
        optional
        value={typed.comment}
        error={errors.comment}
        maxLength={LOG.comment.longest}
      />
      {values.length > 0 ? (
        <Details
          summary="Tick values that were lived (optional)"
          open={ticked.length > 0 || errors.valuesLived !== undefined}
        >
          <Checkboxes
            name="valuesLived"
            label="Which of our values were lived that day?"
            values={ticked}
            error={errors.valuesLived}
            options={values.map((value) => ({ value, label: value }))}
            inline
          />
        </Details>
      ) : null}
      <p>Once it is sent, a log is not changed. You can add notes to it.</p>
    </Form>
  </Page>
)
