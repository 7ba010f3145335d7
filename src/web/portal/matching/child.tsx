import { asUser } from '../../../core/access/localApi.ts'
import { startWork, type Work } from '../../../core/access/work.ts'
import { recordReads } from '../../../core/audit/record.ts'
import { londonDate, speakDate, speakMoment, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import { readSettings, type Settings } from '../../../core/settings/settings.ts'
import { contactSentence } from '../../../programme/people/families/contactRules.ts'
import { mayKnow } from '../../../programme/matching/mayKnow.ts'
import { contactsOf, matchById, type FamilyContact, type MatchDetail } from '../../../programme/matching/queries.ts'
import { latestLogs, meetingsAhead, type LogLine, type MeetingLine } from '../../../programme/meetings/queries.ts'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { ButtonRow } from '../../design/ButtonRow.tsx'
import { Card } from '../../design/Card.tsx'
import { ChildMark } from '../../design/ChildMark.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { Tag } from '../../design/Tag.tsx'
import { Timeline } from '../../design/Timeline.tsx'
import { Track, type TrackStep } from '../../design/Track.tsx'
import { FREQUENCY_WORDS, meetingTag } from '../meetings/meetingWords.ts'
import { NotShown } from '../NotShown.tsx'
import { idIn, openPage, type OpenedPage } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { FirstToKnow } from './FirstToKnow.tsx'
import { readMedicalNeeds, type MedicalNeeds } from './medicalNeeds.tsx'
import { ReachButtons } from './ReachButtons.tsx'
import { Plan, readWorkedOn, type WorkedOn } from './plan.tsx'

/**
 * A volunteer's child, or one that the committee chose them for: whom to ring, the plan with its goals, what is known,
 * the meetings, what they wrote. Background, plan and contacts only while matched or proposed, and while the
 * confidentiality agreement is current [MAT-7]; never an address [VOL-8]; every look is recorded first [DAT-1].
 */
export const showChild: PortalHandler = async ({ services, request, response }) => {
  const { frame, ...opened } = await openPage({ services, request, response })
  const match = await matchById({ ...opened, id: idIn(request), on: londonDate(opened.now) })
  if (!match) throw notFoundError()
  const page = await readChild({ services, opened, match })
  response.type('html').send(renderPage(<ChildPage frame={frame} {...page} />))
}

type ReadChild = {
  match: MatchDetail
  known: Known | { refusal: Refused }
  ahead: MeetingLine[]
  logs: LogLine[]
  settings: Settings
  today: CalendarDate
}

type Known = { contacts: FamilyContact[]; background: string | undefined; medical: MedicalNeeds; workedOn: WorkedOn }

/** Everything that the page shows, read in the one transaction that records who read it. */
const readChild = async ({
  services,
  opened: { actor, now },
  match,
}: {
  services: Parameters<PortalHandler>[0]['services']
  opened: Omit<OpenedPage, 'frame'>
  match: MatchDetail
}): Promise<ReadChild> => {
  const work = await startWork({ payload: services.payload, actor, from: 'portal' })
  return inTransaction({
    req: work.req,
    work: async () => {
      const { query } = work
      const { childId } = match
      await recordReads({ work, collection: 'children', ids: [childId] })
      const decision = await mayKnow({ query, actor, on: londonDate(now), matchId: match.matchId })
      return {
        match,
        known: decision.allowed ? await readKnown({ work, childId }) : { refusal: decision },
        ahead: await meetingsAhead({ query, actor, now, childId }),
        logs: await latestLogs({ query, actor, limit: 10, childId }),
        settings: await readSettings({ query }),
        today: londonDate(now),
      }
    },
  })
}

/** What is told of the child in confidence, each record noted as read. */
const readKnown = async ({ work, childId }: { work: Work; childId: string }): Promise<Known> => {
  const { query, now } = work
  const contacts = await contactsOf({ query, childId })
  await recordReads({ work, collection: 'guardians', ids: contacts.map(({ id }) => id) })
  const ofChild = { where: { child: { equals: childId } }, limit: 1 }
  const [background] = await asUser(work).find({ collection: 'child-backgrounds', ...ofChild })
  const medical = await readMedicalNeeds({ work, childId })
  const { workedOn, shown } = await readWorkedOn({ query, childId, now })
  for (const [collection, ids] of Object.entries(shown)) await recordReads({ work, collection, ids })
  return { contacts, background: textOf(background?.background), medical, workedOn }
}

const ChildPage = ({ frame, match, known, ahead, logs, settings, today }: ReadChild & { frame: PageFrame }) => (
  <Page frame={frame} title={match.childName} back={{ href: '/portal' }}>
    <Heading>
      <span className="with-mark">
        <ChildMark childId={match.childId} name={match.childName} />
        <span>{match.childName}</span>
      </span>
    </Heading>
    {match.status === 'proposed' ? (
      <Notice title={`The committee has chosen you for ${match.childName}. You are not matched yet.`}>
        <p>
          Do not meet or contact the family before the co-ordinator introduces you. Is this not for you? Tell the
          co-ordinator: that is fine.
        </p>
      </Notice>
    ) : null}
    {'refusal' in known ? (
      <NotShown refusal={known.refusal} officePhone={settings.officePhone} />
    ) : (
      <FirstToKnow contacts={known.contacts} urgent={known.medical.urgent} />
    )}
    <SummaryList
      rows={[
        { term: 'Full name', value: match.fullName },
        {
          term: match.status === 'proposed' ? 'You would meet' : 'You meet',
          value: FREQUENCY_WORDS[match.frequency] ?? match.frequency,
        },
        { term: match.status === 'proposed' ? 'Could start on' : 'Matched since', value: speakDate(match.startsOn) },
        { term: 'Your contact on the committee', value: match.committeeContact },
      ]}
    />
    {match.status === 'proposed' ? null : (
      <ButtonRow>
        {'refusal' in known ? null : (
          <ButtonLink href={`/portal/meetings/new?match=${match.matchId}`} hiddenText={`with ${match.childName}`}>
            Propose a meeting
          </ButtonLink>
        )}
        <ButtonLink
          href={`/portal/logs/new?match=${match.matchId}`}
          variant="secondary"
          hiddenText={`about a meeting with ${match.childName}`}
        >
          Write a log
        </ButtonLink>
      </ButtonRow>
    )}
    {'refusal' in known ? null : <WhatIsKnown childName={match.childName} status={match.status} {...known} />}
    {match.status === 'proposed' ? null : (
      <>
        <Heading level={2}>Your way together</Heading>
        <Track label="Your way together" steps={wayTogether({ match, ahead, logs, today })} />
        <Meetings ahead={ahead} logs={logs} />
      </>
    )}
  </Page>
)

/** The dotted track of a match: when it began, the last time you met, the next, and when all look at it together. */
const wayTogether = ({
  match: { startsOn, firstReviewOn },
  ahead: [next],
  logs: [last],
  today,
}: Pick<ReadChild, 'match' | 'ahead' | 'logs' | 'today'>): TrackStep[] => [
  { title: 'You were matched', state: 'done', detail: speakDate(startsOn) },
  ...(last ? [{ title: 'You last met', state: 'done' as const, detail: speakDate(last.heldOn) }] : []),
  next
    ? { title: 'You meet next', state: 'now', detail: speakMoment(next.startsAt) }
    : { title: 'You meet next', state: 'now', detail: 'Nothing is planned yet. Propose a meeting.' },
  ...(firstReviewOn !== null && firstReviewOn >= today
    ? [{ title: 'You look back together', state: 'to come' as const, detail: speakDate(firstReviewOn) }]
    : []),
]

const Meetings = ({ ahead, logs }: Pick<ReadChild, 'ahead' | 'logs'>) => (
  <>
    <Heading level={2}>Next meetings</Heading>
    {ahead.length === 0 ? <EmptyState title="No meeting is planned." /> : null}
    <Timeline
      level={3}
      entries={ahead.map(({ id, startsAt, place, status }) => ({
        id,
        date: londonDate(startsAt),
        title: speakMoment(startsAt),
        href: `/portal/meetings/${id}`,
        detail: place,
        aside: <Tag {...meetingTag(status)} />,
      }))}
    />
    <Heading level={2}>Your logs</Heading>
    {logs.length === 0 ? <EmptyState title="There are no logs yet." /> : null}
    <Timeline
      level={3}
      entries={logs.map(({ id, heldOn, location }) => ({
        id,
        date: heldOn,
        title: speakDate(heldOn),
        href: `/portal/logs/${id}`,
        detail: location,
      }))}
    />
  </>
)

const WhatIsKnown = ({
  childName,
  status,
  contacts,
  background,
  medical,
  workedOn,
}: { childName: string; status: MatchDetail['status'] } & Known) => (
  <>
    {medical.further.length > 0 ? (
      <>
        <Heading level={2}>Health and access</Heading>
        <SummaryList rows={medical.further} />
      </>
    ) : null}
    <Heading level={2}>Parents and carers</Heading>
    <p>
      Agree every meeting with them, never with {childName}. Write rather than ring where you can, and keep what was
      written.
    </p>
    {contacts.some(({ contactRule }) => contactRule !== 'none') ? null : (
      <EmptyState title="There is nobody whom you may contact.">Ask the co-ordinator before you meet.</EmptyState>
    )}
    {contacts
      .filter(({ contactRule }) => contactRule !== 'none')
      .map((contact) => (
        <Contact key={contact.id} {...contact} />
      ))}
    <Plan childName={childName} {...workedOn} />
    <Heading level={2}>What is known</Heading>
    {background === undefined ? (
      <EmptyState title="Nothing has been written down." />
    ) : (
      <>
        <p className="as-typed">{background}</p>
        <p className="small-print">
          Only for you, {status === 'proposed' ? 'while the committee proposes you' : 'while you are matched'}. That you
          opened this page is recorded.
        </p>
      </>
    )}
  </>
)

const Contact = (contact: FamilyContact) => {
  const { name, relationship, contactRule, mobile, email } = contact
  const how = contactSentence(contact)
  return (
    <Card title={name} level={3} aside={relationship ? <Tag text={relationship} /> : undefined}>
      {how ? <p>{how}</p> : null}
      {mobile ? <ReachButtons name={name} mobile={mobile} contactRule={contactRule} /> : null}
      {email ? (
        <p>
          <a className="tall-link" href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}>
            {email}
          </a>
        </p>
      ) : null}
      {mobile || email ? null : <p>We have no number and no email address. Ask the co-ordinator.</p>}
    </Card>
  )
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined)
