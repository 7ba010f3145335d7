import type { Request, RequestHandler, Response } from 'express'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { startWork } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { isLinkToken, linkCookie, type LinkCookie } from '../../core/http/linkCookie.ts'
import { performAction } from '../../core/workflow/perform.ts'
import {
  referrerOf,
  trackedByToken,
  viewByToken,
  viewerOf,
  type TrackedReferral,
  type ViewToGive,
} from '../../programme/referrals/byLink.ts'
import { REFERRAL } from '../../programme/referrals/fields.ts'
import { incomingWorkflow } from '../../programme/referrals/incoming/workflow.ts'
import { viewWorkflow } from '../../programme/referrals/views/workflow.ts'
import { referralWorkflow } from '../../programme/referrals/decisions/workflow.ts'
import { Button } from '../design/Button.tsx'
import { Details } from '../design/Details.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { TextArea } from '../design/TextArea.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import type { WebServices } from '../services.ts'
import { submit } from '../visit/submit.ts'
import { problemsByField, typedIn } from '../visit/typed.ts'
import { openSurroundings, type LinkSurroundings } from '../link/surroundings.ts'

/**
 * A page behind an emailed link to one thing: the link is taken out of the address, the page shows it, a form answers
 * once.
 */
export type LinkPage = { arrive: RequestHandler; show: RequestHandler; take: RequestHandler }

/**
 * Where a referrer follows their referral, answers when the committee has asked for more, and adds what they remember or
 * what has changed until it is decided [ELG-2, ELG-3].
 */
export const trackPage = (services: WebServices): LinkPage =>
  linkPage<TrackedReferral>({
    services,
    address: '/refer/track',
    cookieName: 'referral-track',
    find: trackedByToken,
    page: ({ found, ...shown }) => <TrackPage tracked={found} {...shown} />,
    schema: z.object({
      text: REFERRAL.words.asked('Write what you want to say.'),
    }),
    purpose: 'answer about a referral',
    actor: referrerOf,
    work: ({ work, found, text }) =>
      found.stands === 'more'
        ? performAction({
            work,
            workflow: referralWorkflow,
            id: String(found.referralId),
            action: 'answer',
            rowVersion: found.rowVersion ?? undefined,
            input: { answer: text },
          })
        : performAction({
            work,
            workflow: incomingWorkflow,
            id: found.id,
            action: found.referralId === null ? 'add' : 'addToLinked',
            input: { added: text },
          }),
    done: '/refer/track',
  })

/** Where somebody whom the committee asked gives their view, once [ELG-9]. */
export const viewPage = (services: WebServices): LinkPage =>
  linkPage<ViewToGive>({
    services,
    address: '/refer/view',
    cookieName: 'referral-view',
    find: viewByToken,
    isDone: ({ isGiven }) => isGiven,
    // Whoever opens it is shown the name of a child, so that is recorded first [DAT-1].
    before: async (found) =>
      recordReads({
        work: await startWork({ payload: services.payload, actor: viewerOf(found), from: 'link' }),
        collection: 'children',
        ids: [found.childId],
      }),
    page: ({ found, ...shown }) => <ViewPage asked={found} {...shown} />,
    schema: z.object({
      text: REFERRAL.words.asked('Write your view.'),
    }),
    purpose: 'give a view',
    actor: viewerOf,
    work: ({ work, found, text }) =>
      performAction({
        work,
        workflow: viewWorkflow,
        id: found.id,
        action: 'answer',
        rowVersion: found.rowVersion,
        input: { view: text },
      }),
    done: '/refer/view-given',
  })

/** Thanks whoever gave a view. */
export const showViewGiven =
  (services: WebServices): RequestHandler =>
  async (request, response) => {
    const { frame } = await openSurroundings({ services, request })
    response.type('html').send(
      renderPage(
        <Page frame={frame} title="Thank you for your view">
          <Heading>Thank you for your view</Heading>
          <p>The committee has it. The link in our email leads only to this page now.</p>
        </Page>,
      ),
    )
  }

type Shown = LinkSurroundings & { typed?: string; errors?: FieldErrors; sentences?: string[] }

type Declared<Found> = {
  services: WebServices
  address: string
  cookieName: string
  find: (given: { query: ReturnType<typeof plainQuery>; token: string; now: Date }) => Promise<Found | undefined>
  /** Whether it was answered already: then whoever comes, or sends it twice, is led to where it ends. */
  isDone?: (found: Found) => boolean
  before?: (found: Found) => Promise<void>
  page: (given: Shown & { found: Found }) => ReactElement
  schema: z.ZodType<{ text: string }>
  purpose: string
  actor: (found: Found) => Parameters<typeof startWork>[0]['actor']
  work: (given: { work: Awaited<ReturnType<typeof startWork>>; found: Found; text: string }) => Promise<unknown>
  done: string
}

const linkPage = <Found,>({
  services,
  address,
  cookieName,
  find,
  isDone = () => false,
  before,
  page,
  schema,
  purpose,
  actor,
  work,
  done,
}: Declared<Found>): LinkPage => {
  const cookie: LinkCookie = linkCookie({ name: cookieName, publicUrl: services.environment.publicUrl })
  const opened = async (request: Request) => {
    const surroundings = await openSurroundings({ services, request })
    const token = cookie.read(request)
    const found =
      token === undefined
        ? undefined
        : await find({ query: plainQuery(services.payload), token, now: services.clock.now() })
    return { surroundings, found }
  }
  const unusable = ({ response, surroundings }: { response: Response; surroundings: LinkSurroundings }): void =>
    void response
      .status(404)
      .type('html')
      .send(renderPage(<NoLinkPage {...surroundings} />))
  return {
    arrive: (request, response) => {
      const { token } = request.params
      if (isLinkToken(token)) cookie.keep({ response, token })
      else cookie.forget({ response })
      response.redirect(303, address)
    },
    show: async (request, response) => {
      const { surroundings, found } = await opened(request)
      if (!found) return unusable({ response, surroundings })
      if (isDone(found)) return response.redirect(303, done)
      await before?.(found)
      response.type('html').send(renderPage(page({ ...surroundings, found })))
    },
    take: async (request, response) => {
      const { surroundings, found } = await opened(request)
      if (!found) return unusable({ response, surroundings })
      if (isDone(found)) return response.redirect(303, done)
      const typed = typedIn(request.body)
      const parsed = schema.safeParse(typed)
      if (!parsed.success)
        return void response
          .status(400)
          .type('html')
          .send(renderPage(page({ ...surroundings, found, typed: typed.text, errors: problemsByField(parsed.error) })))
      await submit({
        services,
        request,
        response,
        actor: actor(found),
        purpose,
        work: async (started) => {
          await work({ work: started, found, text: parsed.data.text })
          return { location: done }
        },
        again: (sentences) => page({ ...surroundings, found, typed: parsed.data.text, sentences }),
      })
    },
  }
}

const STANDS: Readonly<Record<TrackedReferral['stands'], { title: string; words: string }>> = {
  here: { title: 'We have your referral', words: 'Somebody of ours reads it, and passes it to the committee.' },
  read: {
    title: 'The committee has your referral',
    words: 'It reads each referral with care. You need do nothing now.',
  },
  more: { title: 'The committee asks you for more', words: 'Please read the question, and write your answer below.' },
  yes: {
    title: 'The committee has said yes',
    words:
      'We now talk with the family, and look for the right volunteer. That can take some time. We cannot tell you more, because what follows is between us and the family.',
  },
  no: {
    title: 'The committee has said no this time',
    words: 'We are sorry. We cannot say why here. If things change, you can refer the child again.',
  },
  closed: {
    title: 'This referral is closed',
    words: 'Perhaps it came twice. If you think that is wrong, please ask us.',
  },
}

const TrackPage = ({
  tracked,
  frame,
  settings,
  typed = '',
  errors = {},
  sentences,
}: Shown & { tracked: TrackedReferral }): ReactElement => {
  const { title, words } = STANDS[tracked.stands]
  const isOpen = ['here', 'read', 'more'].includes(tracked.stands)
  return (
    <Page frame={frame} title={title} errors={errors} generalErrors={sentences}>
      <Heading caption={`Your referral ${tracked.reference}`}>{title}</Heading>
      <p>{words}</p>
      {isOpen ? <p>We expect to tell you by {speakDate(tracked.answerBy)} what is decided.</p> : null}
      {tracked.stands === 'more' ? (
        <>
          <Notice title="The question">
            <p>{tracked.question ?? 'Please tell us more about this child.'}</p>
          </Notice>
          <Form action="/refer/track" idempotencyKey={newIdempotencyKey()}>
            <TextArea
              name="text"
              label="Your answer"
              rows={8}
              value={typed}
              error={errors.text}
              maxLength={REFERRAL.words.longest}
              hint="It is added to your referral. What you wrote before stays as it is."
            />
            <Button>Send my answer</Button>
          </Form>
        </>
      ) : isOpen ? (
        <Details summary="Add something to your referral" open={errors.text !== undefined || typed !== ''}>
          <Form action="/refer/track" idempotencyKey={newIdempotencyKey()}>
            <TextArea
              name="text"
              label="What do you want to add?"
              rows={6}
              value={typed}
              error={errors.text}
              maxLength={REFERRAL.words.longest}
              hint="Something that you remember, or that has changed. What you wrote before stays as it is."
            />
            <Button>Send what I add</Button>
          </Form>
        </Details>
      ) : null}
      {tracked.lastAddedAt ? <p>{`You wrote to us last on ${speakMoment(tracked.lastAddedAt)}. We have it.`}</p> : null}
      <HowToReachUs settings={settings} />
    </Page>
  )
}

const ViewPage = ({
  asked,
  frame,
  settings,
  typed = '',
  errors = {},
  sentences,
}: Shown & { asked: ViewToGive }): ReactElement => (
  <Page frame={frame} title="We ask for your view" errors={errors} generalErrors={sentences}>
    <Heading caption={asked.childName}>We ask for your view</Heading>
    <p>
      The committee thinks about a volunteer for {asked.childName}, and would like to know what you think. Only the
      people who run the mentoring read it.
    </p>
    <Notice title="The question">
      <p>{asked.question}</p>
    </Notice>
    <Form action="/refer/view" idempotencyKey={newIdempotencyKey()}>
      <TextArea
        name="text"
        label="Your view"
        hint="If you do not know, say so. You can answer once."
        rows={8}
        value={typed}
        error={errors.text}
        maxLength={REFERRAL.words.longest}
      />
      <Button>Send my view</Button>
    </Form>
    <HowToReachUs settings={settings} />
  </Page>
)

const NoLinkPage = ({ frame, settings }: LinkSurroundings): ReactElement => (
  <Page frame={frame} title="This link does not work">
    <Heading>This link does not work</Heading>
    <p>It may have run out, or been answered already. Press the link in our newest email once more.</p>
    <p>Your browser must allow cookies for this page.</p>
    <HowToReachUs settings={settings} />
  </Page>
)
