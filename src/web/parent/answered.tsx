import type { ReactElement } from 'react'
import { londonDate } from '../../core/clock/londonDates.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { lastDayBefore } from '../../programme/consent/answers/endings.ts'
import type { ParentWords } from '../../programme/people/parentWords/parentWords.ts'
import { consentAnswersOf } from '../../programme/consent/queries.ts'
import { consentState, REQUIRED_ITEMS, type ConsentState } from '../../programme/consent/rules.ts'
import { itemsInWording, type WordedItem } from '../../programme/consent/wording/wording.ts'
import { languagesOfWording, partsOfWording } from '../../programme/consent/wording/wordingParts.ts'
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
import { relationshipInWords } from './answerFields.ts'
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
  const { query, now, visit, form, words } = link
  await noteReading({ services, link })
  const own = (await consentAnswersOf({ query, childId: visit.childId })).filter(
    ({ guardianId }) => guardianId === visit.guardianId,
  )
  const asRead = new Map(itemsInWording(shownOf({ visit, words })).map((worded) => [worded.item, worded]))
  const answers = form.items.map((worded) => ({
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
  link: { frame, settings, visit, words },
  answers,
  meeting,
  notice,
  sentences = [],
}: AnsweredProps): ReactElement => {
  const held = answers.filter(({ standing }) => standing.held)
  const { say } = words
  const title = say('answered.title', { child: visit.childName })
  return (
    <Page frame={frame} title={title} generalErrors={sentences}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>{title}</Heading>
      <p>{signedLine({ visit, words })}</p>
      <p>
        <a href="/consent/copy">{say('answered.copy')}</a>
      </p>
      {REQUIRED_ITEMS.every((item) => held.some((answer) => answer.item === item)) ? null : (
        <Notice tone={visit.status === 'declined' ? 'information' : 'warning'} title={say('answered.none')}>
          <p>{say('answered.none-more')}</p>
        </Notice>
      )}
      {meeting === undefined ? null : (
        <NextThing
          caption={say('answered.next')}
          title={say('answered.with', { name: meeting.volunteerName })}
          facts={[
            { icon: 'calendar', text: words.moment(meeting.startsAt) },
            { icon: 'place', text: meeting.place },
          ]}
        />
      )}
      {visit.status === 'signed' ? <p>{say('answered.mind')}</p> : null}
      {answers.map((answer) => (
        <AnswerCard
          key={answer.item}
          answer={answer}
          themselves={visit.themselves}
          words={words}
          canChange={visit.status === 'signed'}
        />
      ))}
      <ButtonRow>
        <ButtonLink href="/consent/answers" variant={held.length === 0 ? 'primary' : 'secondary'}>
          {say('answered.again')}
        </ButtonLink>
        {visit.status === 'signed' ? (
          <ButtonLink href="/consent/withdraw" variant="secondary">
            {say('answered.withdraw')}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      {visit.wording === null ? null : (
        <Details summary={say('answered.whole')}>
          {partsOfWording(shownOf({ visit, words }))
            .slice(1)
            .map(({ title, lines }, index) => (
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
      <HowToReachUs settings={settings} callHref="/consent/call" paperHref="/consent/paper" />
      <Form action="/consent/close" idempotencyKey={newIdempotencyKey()}>
        <p>{say('answered.shared')}</p>
        <Button variant="secondary">{say('answered.close')}</Button>
      </Form>
    </Page>
  )
}

/**
 * The form as they read it, in the language of the page: their own words, or the English that is kept beside them. Its
 * first line names the form for our records.
 */
const shownOf = ({ visit, words }: Pick<OpenedLink, 'visit' | 'words'>): string => {
  const { own, english } = languagesOfWording(visit.wording ?? '')
  return words.language === 'en' ? (english ?? own) : own
}

type Speaking = { words: ParentWords }

const AnswerCard = ({
  answer: { item, title, question, standing },
  themselves,
  canChange,
  words,
}: Speaking & {
  answer: OwnAnswer
  themselves: boolean
  canChange: boolean
}): ReactElement => (
  <Card title={title} aside={<Tag {...tagOf({ standing, words })} />}>
    <p>{question}</p>
    <p className="muted">{sinceWhen({ standing, words })}</p>
    {canChange ? (
      <ChangeOne item={item} title={title} held={standing.held} themselves={themselves} words={words} />
    ) : null}
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
  words,
}: Speaking & Pick<OwnAnswer, 'item' | 'title'> & { held: boolean; themselves: boolean }): ReactElement => {
  if (!held)
    return (
      <ButtonRow>
        <ButtonLink variant="secondary" href={`/consent/agree?item=${item}`} hiddenText={title}>
          {words.say('answered.to-yes')}
        </ButtonLink>
      </ButtonRow>
    )
  return (
    <>
      <p className="muted">{effectOfNo({ item, themselves, words })}</p>
      {REQUIRED_ITEMS.includes(item) ? (
        <ButtonRow>
          <ButtonLink variant="secondary" href={`/consent/withdraw-one?item=${item}`} hiddenText={title}>
            {words.say('answered.to-no')}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <Form action="/consent/withdraw-one" idempotencyKey={newIdempotencyKey()} hidden={{ item }}>
          <Button variant="secondary" hiddenText={title}>
            {words.say('answered.to-no')}
          </Button>
        </Form>
      )}
    </>
  )
}

type Standing = Speaking & { standing: ConsentState }

const tagOf = ({ standing, words: { say } }: Standing): { text: string; tone: TagTone } => {
  if (standing.held) return { text: say('form.yes'), tone: 'good' }
  return {
    refused: { text: say('form.no'), tone: 'neutral' as const },
    expired: { text: say('answered.ran-out-tag'), tone: 'waiting' as const },
    'of-age': { text: say('answered.unanswered-tag'), tone: 'waiting' as const },
    'never-asked': { text: say('answered.unanswered-tag'), tone: 'waiting' as const },
  }[standing.why]
}

const sinceWhen = ({ standing, words }: Standing): string => {
  if (standing.held) return words.say('answered.lasts', { date: words.date(lastDayBefore(standing.until)) })
  if (standing.since === null || standing.why === 'of-age') return words.say('answered.unanswered')
  return standing.why === 'expired'
    ? words.say('answered.ran-out', { date: words.date(lastDayBefore(standing.since)) })
    : words.say('answered.no-since', { date: words.date(standing.since) })
}

const signedLine = ({
  visit: { answeredAt, answeredBy, signedName, signedRelationship, status },
  words,
}: Pick<OpenedLink, 'visit' | 'words'>): string => {
  const { say } = words
  const date = answeredAt === null ? '…' : words.date(londonDate(answeredAt))
  const name = signedName ?? say('answered.you')
  if (status === 'declined') return say('answered.declined', { date })
  if (answeredBy === 'paper' || answeredBy === 'telephone') return say(`answered.by-${answeredBy}`, { name, date })
  if (signedRelationship === null) return say('answered.signed-plain', { name, date })
  const relationship = relationshipInWords({ words, relationship: signedRelationship }).toLowerCase()
  return say('answered.signed', { name, relationship, date })
}
