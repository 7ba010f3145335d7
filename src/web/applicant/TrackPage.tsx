import type { ReactElement } from 'react'
import { speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import type { ApplicantVisit, ApplicationState } from '../../programme/recruitment/applications/links.ts'
import { APPLICATION } from '../../programme/recruitment/applications/fields.ts'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Details } from '../design/Details.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { TextArea } from '../design/TextArea.tsx'
import { Track, type TrackStep } from '../design/Track.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import type { LinkSurroundings } from '../link/surroundings.ts'

/**
 * An applicant's own page: how far their application is, another time to meet, and the way to withdraw it. Nothing that they wrote, and
 * nothing that was said of them [VOL-1].
 */
export const TrackPage = ({
  frame,
  settings,
  visit,
  errors,
  sentences,
  wish = '',
  idempotencyKey,
}: LinkSurroundings & {
  visit: ApplicantVisit
  /** What was typed of another time. */
  wish?: string
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}): ReactElement => (
  <Page frame={frame} title="Your application" errors={errors} generalErrors={sentences}>
    <Heading caption={visit.code}>Your application</Heading>
    {OUTCOMES[visit.status] === undefined ? null : (
      <Notice tone={visit.status === 'approved' ? 'success' : 'information'} title={OUTCOMES[visit.status] ?? ''} />
    )}
    <Track label="How far your application is" steps={stepsOf(visit)} />
    {visit.status === 'interview-planned' ? (
      <Details summary="This time does not suit me" open={errors?.wish !== undefined}>
        <Form action="/apply/track/another-time" idempotencyKey={idempotencyKey}>
          <TextArea
            name="wish"
            label="When would it suit you?"
            hint="For example: any evening but Tuesday. We then write to you with a new time."
            rows={3}
            value={wish}
            error={errors?.wish}
            maxLength={APPLICATION.interviewWish.longest}
          />
          <Button>Ask for another time</Button>
        </Form>
      </Details>
    ) : null}
    {isOpen(visit.status) ? (
      <Details summary="Withdraw my application" open={errors?.sure !== undefined}>
        <p>We then do nothing more with it. You can apply again at any time.</p>
        <Form action="/apply/track" idempotencyKey={idempotencyKey}>
          <Checkbox name="sure" label="I want to withdraw my application" error={errors?.sure} />
          <Button variant="warning">Withdraw</Button>
        </Form>
      </Details>
    ) : null}
    <HowToReachUs settings={settings} />
  </Page>
)

const isOpen = (status: ApplicationState): boolean => OUTCOMES[status] === undefined

const OUTCOMES: Readonly<Partial<Record<ApplicationState, string>>> = {
  approved: 'The committee has said yes. Look for our email with the link to choose a password.',
  'not-approved':
    'The committee has decided not to go on. Thank you for your time. Ring or write to us if you want to talk about it.',
  withdrawn: 'Your application is withdrawn.',
}

const stepsOf = ({ status, receivedOn, interviewAt, interviewPlace, interviewWish }: ApplicantVisit): TrackStep[] => {
  const reached = ORDER.indexOf(status)
  const state = (place: number): TrackStep['state'] =>
    !isOpen(status) || place < reached ? 'done' : place === reached ? 'now' : 'to come'
  const steps: TrackStep[] = [
    { title: 'We have it', state: 'done', detail: <p>We got it on {speakDate(receivedOn)}.</p> },
    {
      title: 'The committee reads it',
      state: status === 'received' ? 'now' : 'done',
      detail: status === 'received' ? <p>This can take two weeks.</p> : undefined,
    },
    {
      title: 'We meet',
      state: status === 'considered' || status === 'interview-planned' ? 'now' : state(3),
      detail:
        status === 'considered' && interviewWish ? (
          <>
            <p>You asked for another time. Nobody waits for you at the old one. We write to you with a new one.</p>
            <p>You said: {interviewWish}</p>
          </>
        ) : status === 'considered' ? (
          <p>We write to you with a time. We also ask your referees.</p>
        ) : status === 'interview-planned' && interviewAt ? (
          <p>{`${speakMoment(interviewAt)}${interviewPlace ? `, ${interviewPlace}` : ''}.`}</p>
        ) : undefined,
    },
    {
      title: 'The committee decides',
      state: isOpen(status) ? state(3) : 'done',
      detail: status === 'interviewed' ? <p>We write to you as soon as it has.</p> : undefined,
    },
  ]
  return isOpen(status) || status === 'approved' ? steps : steps.slice(0, 1)
}

const ORDER: readonly ApplicationState[] = ['received', 'considered', 'interview-planned', 'interviewed', 'approved']
