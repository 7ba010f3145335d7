import { daysAfter, londonDate, speakMoment } from '../../core/clock/londonDates.ts'
import {
  meetingsAhead,
  meetingsToLog,
  ownChildren,
  type ChildOfMatch,
  type MeetingLine,
} from '../../programme/meetings/queries.ts'
import { spokenTo } from '../../programme/people/names.ts'
import { volunteerIdOf } from '../../programme/people/roles.ts'
import { personalDocuments } from '../../programme/policies/queries.ts'
import { clearanceEndings, WARNED_DAYS_BEFORE } from '../../programme/recruitment/activity/endings.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Card } from '../design/Card.tsx'
import { ChildMark } from '../design/ChildMark.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { Heading } from '../design/Heading.tsx'
import { Icon } from '../design/Icon.tsx'
import { NextThing } from '../design/NextThing.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { Tag } from '../design/Tag.tsx'
import { TaskList, type Task } from '../design/TaskList.tsx'
import { meetingTag, speakMinutes } from './meetings/meetingWords.ts'
import { portalNotices } from './notices.ts'
import { frameFor } from '../visit/frame.ts'
import { noteReading, openVisit } from '../visit/openPage.ts'
import { policyTasks } from './policies/policyWords.ts'
import { endingTask } from './recruitment/vettingWords.ts'
import type { PortalHandler } from '../visit/handler.ts'

/**
 * The portal's home: the next meeting, what needs the volunteer (logs to write, policies to accept), their children.
 */
export const showHome: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now } = openVisit({ services, response })
  const on = londonDate(now)
  const volunteerId = volunteerIdOf(actor)
  const [frame, ahead, toLog, children, documents, endings] = await Promise.all([
    frameFor({ services, request, response, query }),
    meetingsAhead({ query, actor, now }),
    meetingsToLog({ query, actor, now }),
    ownChildren({ query, actor, on }),
    volunteerId === undefined ? [] : personalDocuments({ query, userId: actor.userId }),
    volunteerId === undefined
      ? []
      : clearanceEndings({
          query,
          until: daysAfter({ date: on, days: WARNED_DAYS_BEFORE[0] }),
          limit: 10,
          volunteerId,
        }),
  ])
  await noteReading({
    services,
    actor,
    collection: 'children',
    ids: [...ahead, ...toLog, ...children.matched, ...children.proposed].map(({ childId }) => childId),
  })
  response
    .type('html')
    .send(
      renderPage(
        <HomePage
          frame={frame}
          name={actor.name}
          ahead={ahead}
          isNear={isNearby({ startsAt: ahead[0]?.startsAt, now })}
          tasks={[
            ...toLog.map(logTask),
            ...policyTasks({ documents, on }),
            ...endings.map((ending) => endingTask({ ending, today: on })),
          ]}
          matches={children.matched}
          proposed={children.proposed}
          notice={portalNotices.read(request)}
        />,
      ),
    )
}

/** Today or tomorrow: near enough to charge the phone. */
const isNearby = ({ startsAt, now }: { startsAt: Date | undefined; now: Date }): boolean =>
  startsAt !== undefined && startsAt.getTime() - now.getTime() <= 36 * 60 * 60_000

const logTask = ({ id, childName, startsAt, place }: MeetingLine): Task => ({
  title: `Write the log: ${childName}, ${speakMoment(startsAt)}`,
  href: `/portal/logs/new?meeting=${id}`,
  hint: place,
  status: 'to do',
})

type HomeProps = {
  frame: PageFrame
  name: string
  ahead: MeetingLine[]
  /** Whether the next meeting is so near that the phone is to be charged [VOL-7]. */ isNear: boolean
  tasks: Task[]
  matches: ChildOfMatch[]
  proposed: ChildOfMatch[]
  notice: string | undefined
}

const HomePage = ({ frame, name, ahead, isNear, tasks, matches, proposed, notice }: HomeProps) => {
  const [next] = ahead
  return (
    <Page frame={frame} title="Home" scripts={notice === undefined ? [] : [frame.links.keepDraft]}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>Hello {spokenTo(name)}</Heading>
      {next ? (
        <NextThing
          caption="Your next meeting"
          title={`With ${next.childName}`}
          mark={<ChildMark childId={next.childId} name={next.childName} />}
          day={londonDate(next.startsAt)}
          tag={meetingTag(next.status)}
          facts={[
            { icon: 'calendar', text: `${speakMoment(next.startsAt)}, for ${speakMinutes(next.minutes)}` },
            { icon: 'place', text: next.place },
            ...(isNear ? [{ icon: 'phone' as const, text: 'Carry your phone, charged.' }] : []),
          ]}
          actions={
            <ButtonLink href={`/portal/meetings/${next.id}`} variant="secondary">
              See this meeting
            </ButtonLink>
          }
        />
      ) : null}
      <section className="flow" aria-labelledby="needs-you">
        <Heading level={2} id="needs-you">
          What needs you
        </Heading>
        {tasks.length > 0 ? (
          <TaskList label="What needs you" tasks={tasks} leads />
        ) : (
          <EmptyState title="Nothing needs you now." drawing="done" />
        )}
      </section>
      <section className="flow" aria-labelledby="your-children">
        <Heading level={2} id="your-children">
          Your children
        </Heading>
        {matches.length + proposed.length === 0 ? (
          <EmptyState title="You are not matched with a child at the moment.">
            The co-ordinator tells you when you are.
          </EmptyState>
        ) : null}
        {matches.map(({ matchId, childId, childName }) => (
          <Card key={matchId} title={childName} level={3} mark={<ChildMark childId={childId} name={childName} />}>
            <div className="button-row button-row--quiet">
              <ButtonLink
                href={`/portal/meetings/new?match=${matchId}`}
                variant="secondary"
                hiddenText={`with ${childName}`}
              >
                <Icon name="calendar" />
                Propose a meeting
              </ButtonLink>
              <ButtonLink
                href={`/portal/logs/new?match=${matchId}`}
                variant="secondary"
                hiddenText={`about a meeting with ${childName}`}
              >
                <Icon name="pen" />
                Write a log
              </ButtonLink>
              <ButtonLink href={`/portal/children/${matchId}`} variant="secondary">
                <Icon name="person" />
                About {childName}
              </ButtonLink>
            </div>
          </Card>
        ))}
        {proposed.map(({ matchId, childId, childName }) => (
          <Card
            key={matchId}
            title={childName}
            level={3}
            mark={<ChildMark childId={childId} name={childName} />}
            aside={<Tag text="Proposed" tone="waiting" />}
          >
            <p>
              The committee has chosen you for {childName}. The co-ordinator introduces you before the match starts.
            </p>
            <div className="button-row">
              <ButtonLink href={`/portal/children/${matchId}`} variant="secondary">
                About {childName}
              </ButtonLink>
            </div>
          </Card>
        ))}
      </section>
    </Page>
  )
}
