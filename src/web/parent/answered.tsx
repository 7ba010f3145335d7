import type { ReactElement } from 'react'
import { londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { lastDayBefore } from '../../programme/consent/answers/endings.ts'
import type { LinkVisit } from '../../programme/consent/asking/linkVisits.ts'
import { consentAnswersOf } from '../../programme/consent/queries.ts'
import { consentState, REQUIRED_ITEMS, type ConsentState } from '../../programme/consent/rules.ts'
import { itemsInWording, type WordedItem } from '../../programme/consent/wording/wording.ts'
import { partsOfWording } from '../../programme/consent/wording/wordingParts.ts'
import { nextMeetingForFamily, type FamilyMeeting } from '../../programme/meetings/meetings/familyMeetings.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Card } from '../design/Card.tsx'
import { Details } from '../design/Details.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { NextThing } from '../design/NextThing.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { Tag, type TagTone } from '../design/Tag.tsx'
import { effectOfNo } from './effects.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { noteReading, type OpenedLink, type ParentHandler } from './openedLink.ts'

/** One point as this parent answered it, in the words that they read. */
type OwnAnswer = WordedItem & { standing: ConsentState }

/**
 * What this parent answered, to read and to take back, and the next meeting [CON-4, CON-7, MAT-12]. Only their own
 * answers:
 * neither parent learns what the other said [CON-6]. Records that the child's record is shown.
 */
export const answeredPage = async ({
  services,
  link,
  notice,
  sentences,
}: Pick<Parameters<ParentHandler>[0], 'services' | 'link'> & {
  notice?: string
  sentences?: string[]
}): Promise<ReactElement> => {
  const { query, now, visit, wording } = link
  await noteReading({ services, link })
  const own = (await consentAnswersOf({ query, childId: visit.childId })).filter(
    ({ guardianId }) => guardianId === visit.guardianId,
  )
  const asRead = new Map(itemsInWording(visit.wording ?? '').map((worded) => [worded.item, worded]))
  const answers = wording.items.map((worded) => ({
    ...(asRead.get(worded.item) ?? worded),
    standing: consentState({ answers: own, item: worded.item, on: londonDate(now) }),
  }))
  const meeting =
    visit.status === 'signed' ? await nextMeetingForFamily({ query, childId: visit.childId, now }) : undefined
  return <AnsweredPage link={link} answers={answers} meeting={meeting} notice={notice} sentences={sentences} />
}

type AnsweredProps = {
  link: OpenedLink
  answers: OwnAnswer[]
  meeting: FamilyMeeting | undefined
  notice: string | undefined
  sentences: string[] | undefined
}

const AnsweredPage = ({
  link: { frame, settings, visit },
  answers,
  meeting,
  notice,
  sentences = [],
}: AnsweredProps): ReactElement => {
  const held = answers.filter(({ standing }) => standing.held)
  const title = `Your answers for ${visit.childName}`
  return (
    <Page frame={frame} title={title} generalErrors={sentences}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>{title}</Heading>
      <p>{signedLine(visit)}</p>
      <p>
        <a href="/consent/copy">Your copy, to keep or print</a>
      </p>
      {REQUIRED_ITEMS.every((item) => held.some((answer) => answer.item === item)) ? null : (
        <Notice
          tone={visit.status === 'declined' ? 'information' : 'warning'}
          title="Without a yes to the first two points there is no mentoring."
        >
          <p>You can change that below.</p>
        </Notice>
      )}
      {meeting === undefined ? null : (
        <NextThing
          caption="The next meeting"
          title={`With ${meeting.volunteerName}`}
          facts={[
            { icon: 'calendar', text: speakMoment(meeting.startsAt) },
            { icon: 'place', text: meeting.place },
          ]}
        />
      )}
      {visit.status === 'signed' ? (
        <p>You can change your mind about any point, and leave the others as they are.</p>
      ) : null}
      {answers.map((answer) => (
        <AnswerCard
          key={answer.item}
          answer={answer}
          themselves={visit.themselves}
          canChange={visit.status === 'signed'}
        />
      ))}
      <ButtonRow>
        <ButtonLink href="/consent/answers" variant={held.length === 0 ? 'primary' : 'secondary'}>
          Answer again
        </ButtonLink>
        {visit.status === 'signed' ? (
          <ButtonLink href="/consent/withdraw" variant="secondary">
            Withdraw everything
          </ButtonLink>
        ) : null}
      </ButtonRow>
      {visit.wording === null ? null : (
        <Details summary="Read the whole form as you read it">
          {partsOfWording(visit.wording).map(({ title, lines }, index) => (
            <div key={`${index} ${title}`}>
              <p>
                <strong>{title}</strong>
              </p>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          ))}
        </Details>
      )}
      <HowToReachUs settings={settings} callHref="/consent/call" />
      <Form action="/consent/close" idempotencyKey={newIdempotencyKey()}>
        <p>Do others use this phone or computer? Then close your form.</p>
        <Button variant="secondary">Close my form</Button>
      </Form>
    </Page>
  )
}

const AnswerCard = ({
  answer: { item, title, question, standing },
  themselves,
  canChange,
}: {
  answer: OwnAnswer
  themselves: boolean
  canChange: boolean
}): ReactElement => (
  <Card title={title} aside={<Tag {...tagOf(standing)} />}>
    <p>{question}</p>
    <p className="muted">{sinceWhen(standing)}</p>
    {canChange ? <ChangeOne item={item} title={title} held={standing.held} themselves={themselves} /> : null}
  </Card>
)

/**
 * Another answer to one point, all others left alone: a no counts at once, but one that stops mentoring is asked about
 * first; a yes is signed [CON-4, CON-8].
 */
const ChangeOne = ({
  item,
  title,
  held,
  themselves,
}: Pick<OwnAnswer, 'item' | 'title'> & { held: boolean; themselves: boolean }): ReactElement => {
  if (!held)
    return (
      <ButtonRow>
        <ButtonLink variant="secondary" href={`/consent/agree?item=${item}`} hiddenText={title}>
          Change to yes
        </ButtonLink>
      </ButtonRow>
    )
  return (
    <>
      <p className="muted">{effectOfNo({ item, themselves })}</p>
      {REQUIRED_ITEMS.includes(item) ? (
        <ButtonRow>
          <ButtonLink variant="secondary" href={`/consent/withdraw-one?item=${item}`} hiddenText={title}>
            Change to no
          </ButtonLink>
        </ButtonRow>
      ) : (
        <Form action="/consent/withdraw-one" idempotencyKey={newIdempotencyKey()} hidden={{ item }}>
          <Button variant="secondary" hiddenText={title}>
            Change to no
          </Button>
        </Form>
      )}
    </>
  )
}

const tagOf = (standing: ConsentState): { text: string; tone: TagTone } => {
  if (standing.held) return { text: 'Yes', tone: 'good' }
  return {
    refused: { text: 'No', tone: 'neutral' as const },
    expired: { text: 'Ran out', tone: 'waiting' as const },
    'of-age': { text: 'No answer', tone: 'waiting' as const },
    'never-asked': { text: 'No answer', tone: 'waiting' as const },
  }[standing.why]
}

const sinceWhen = (standing: ConsentState): string => {
  if (standing.held) return `Your yes lasts until ${speakDate(lastDayBefore(standing.until))}.`
  if (standing.since === null || standing.why === 'of-age') return 'You have not answered this yet.'
  return standing.why === 'expired'
    ? `Your yes ran out on ${speakDate(lastDayBefore(standing.since))}.`
    : `No since ${speakDate(standing.since)}.`
}

const signedLine = ({ answeredAt, answeredBy, signedName, signedRelationship, status }: LinkVisit): string => {
  const on = answeredAt === null ? '' : ` on ${speakDate(londonDate(answeredAt))}`
  if (status === 'declined') return `You said no to everything${on}.`
  if (answeredBy === 'paper' || answeredBy === 'telephone')
    return `${signedName ?? 'You'} told us ${answeredBy === 'paper' ? 'on paper' : 'by telephone'}${on}.`
  return `Signed by ${signedName ?? 'you'}${signedRelationship === null ? '' : `, ${signedRelationship.toLowerCase()}`},${on}.`
}
