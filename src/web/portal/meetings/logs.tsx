import { asUser } from '../../../core/access/localApi.ts'
import { londonDate, speakDate, speakMoment } from '../../../core/clock/londonDates.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { tooLong } from '../../../core/fields/written.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { linesOf } from '../../../core/house/defineSetting.ts'
import { LOG } from '../../../programme/meetings/fields.ts'
import {
  latestLogs,
  logById,
  matchesLatelyOver,
  type ChildOfMatch,
  type LogLine,
} from '../../../programme/meetings/queries.ts'
import { Button } from '../../design/Button.tsx'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { Card } from '../../design/Card.tsx'
import { ChildMark } from '../../design/ChildMark.tsx'
import { Details } from '../../design/Details.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { TextArea } from '../../design/TextArea.tsx'
import { Timeline } from '../../design/Timeline.tsx'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed, wordsTyped } from '../../visit/typed.ts'
import { portalNotices } from '../notices.ts'
import { idIn, noteReading, openPage } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/** The logs that the person may read, newest first. */
export const showLogs: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const [logs, over] = await Promise.all([
    latestLogs({ query, actor, limit: 50 }),
    matchesLatelyOver({ query, actor, on: londonDate(now) }),
  ])
  await noteReading({ services, actor, collection: 'session-logs', ids: logs.map(({ id }) => id) })
  response.type('html').send(renderPage(<LogsPage frame={frame} logs={logs} over={over} />))
}

/** One log with its notes. */
export const showLog: PortalHandler = async ({ services, request, response }) => {
  const { frame, log } = await openLog({ services, request, response })
  response
    .type('html')
    .send(
      renderPage(
        <LogPage frame={frame} log={log} notice={portalNotices.read(request)} idempotencyKey={newIdempotencyKey()} />,
      ),
    )
}

/** Adds a dated note to a log that was sent [LOG-4]. */
export const addNote: PortalHandler = async ({ services, request, response }) => {
  const { frame, log } = await openLog({ services, request, response })
  const typed = typedIn(request.body)
  const page = ({ sentences = [], errors = {} }: { sentences?: string[]; errors?: Record<string, string> }) => (
    <LogPage
      frame={frame}
      log={log}
      typed={typed}
      sentences={sentences}
      errors={errors}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const text = wordsTyped(typed, 'text')
  if (!text || text.length > LOG.note.longest) {
    response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors: { text: text ? tooLong(LOG.note) : 'Write what should be added.' } })))
    return
  }
  await submit({
    services,
    request,
    response,
    purpose: 'add a note to a log',
    work: async (work) => {
      await asUser(work).create({ collection: 'log-addenda', data: { log: log.id, text } })
      return { location: portalNotices.addressWith({ path: `/portal/logs/${log.id}`, notice: 'note-added' }) }
    },
    again: (sentences) => page({ sentences }),
  })
}

type LogWithNotes = NonNullable<Awaited<ReturnType<typeof logById>>>

const openLog = async ({ services, request, response }: Parameters<PortalHandler>[0]) => {
  const { actor, query, frame } = await openPage({ services, request, response })
  const log = await logById({ query, actor, id: idIn(request) })
  if (!log) throw notFoundError()
  await noteReading({ services, actor, collection: 'session-logs', ids: [log.id] })
  return { frame, log }
}

const LogsPage = ({
  frame,
  logs,
  over,
}: {
  frame: PageFrame
  logs: LogLine[]
  /** Matches that have ended lately: what happened before can still be told. */ over: ChildOfMatch[]
}) => (
  <Page frame={frame} title="Logs" back={{ href: '/portal' }}>
    <Heading>Logs</Heading>
    {logs.length === 0 ? (
      <EmptyState title="There are no logs yet." drawing="empty">
        After a meeting, write its log from your home page.
      </EmptyState>
    ) : (
      <p>What you wrote after each meeting, the newest first.</p>
    )}
    <Timeline
      entries={logs.map(({ id, childId, childName, heldOn, location }) => ({
        id,
        date: heldOn,
        spokenDay: speakDate(heldOn),
        title: childName,
        href: `/portal/logs/${id}`,
        mark: <ChildMark childId={childId} name={childName} />,
        detail: location,
      }))}
    />
    {over.map(({ matchId, childName }) => (
      <ButtonLink key={matchId} href={`/portal/logs/new?match=${matchId}`} variant="secondary">
        Write a log of before your time with {childName} ended
      </ButtonLink>
    ))}
  </Page>
)

type LogPageProps = {
  frame: PageFrame
  log: LogWithNotes
  notice?: string
  typed?: Typed
  sentences?: string[]
  errors?: Record<string, string>
  idempotencyKey: string
}

const LogPage = ({ frame, log, notice, typed = {}, sentences = [], errors = {}, idempotencyKey }: LogPageProps) => (
  <Page
    frame={frame}
    title={`Log: ${log.childName}, ${speakDate(log.heldOn)}`}
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal/logs' }}
  >
    {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
    <Heading caption={speakDate(log.heldOn)}>Log: {log.childName}</Heading>
    <SummaryList
      rows={[
        { term: 'Date', value: speakDate(log.heldOn) },
        { term: 'Location', value: log.location },
        { term: 'Programme run by', value: log.runBy },
        { term: 'Attendees present', value: log.attendees },
        { term: 'Activities or focus', value: log.activities },
        { term: 'Goals and outcomes', value: log.outcomes },
        { term: 'Overall comment', value: log.comment },
        ...(log.valuesLived ? [{ term: 'Values that were lived', value: linesOf(log.valuesLived).join(', ') }] : []),
        { term: 'Sent', value: speakMoment(log.submittedAt) },
      ]}
    />
    {log.notes.length > 0 ? <Heading level={2}>Notes added later</Heading> : null}
    {log.notes.map(({ text, at }) => (
      <Card key={`${at.toISOString()}${text}`} title={speakMoment(at)} level={3}>
        <p>{text}</p>
      </Card>
    ))}
    <Details summary="Add a note to this log" open={sentences.length > 0 || Object.keys(errors).length > 0}>
      <Form action={`/portal/logs/${log.id}/notes`} idempotencyKey={idempotencyKey}>
        <TextArea
          name="text"
          label="What should be added or put right?"
          value={typed.text}
          error={errors.text}
          maxLength={LOG.note.longest}
        />
        <Button>Add this note</Button>
      </Form>
    </Details>
  </Page>
)
