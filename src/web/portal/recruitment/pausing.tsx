import { asUser } from '../../../core/access/localApi.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { tooLong } from '../../../core/fields/written.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { WISH_WORDS } from '../../../programme/recruitment/activity/fields.ts'
import { ownDetails } from '../../../programme/recruitment/queries.ts'
import { pauseRequestWorkflow } from '../../../programme/recruitment/activity/pauseRequestWorkflow.ts'
import { WISHES } from '../../../programme/recruitment/activity/PauseRequests.ts'
import { Button } from '../../design/Button.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { Radios } from '../../design/Radios.tsx'
import { renderPage } from '../../design/renderPage.ts'
import { TextArea } from '../../design/TextArea.tsx'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed, wordsTyped } from '../../visit/typed.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { portalNotices } from '../notices.ts'
import { openOwnRecord } from '../people/ownRecord.ts'

/** The form on which a volunteer tells the committee that they wish to pause or leave [VOL-11]. */
export const showPausing: PortalHandler = async (given) => {
  const { frame } = await openOwnRecord(given)
  given.response
    .type('html')
    .send(renderPage(<PausingPage frame={frame} typed={{}} idempotencyKey={newIdempotencyKey()} />))
}

/** Takes the form: the committee is told. */
export const askToPause: PortalHandler = async (given) => {
  const { frame, volunteerId } = await openOwnRecord(given)
  const typed = typedIn(given.request.body)
  const page = ({ errors, sentences }: { errors?: FieldErrors; sentences?: string[] }) => (
    <PausingPage
      frame={frame}
      typed={typed}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const words = wordsTyped(typed, 'words')
  const errors: FieldErrors = {
    ...(Object.hasOwn(WISHES, typed.wish ?? '') ? {} : { wish: 'Say whether you wish to pause or to leave.' }),
    ...(words.length <= WISH_WORDS.longest ? {} : { words: tooLong(WISH_WORDS) }),
  }
  if (Object.keys(errors).length > 0) {
    given.response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors })))
    return
  }
  await submit({
    ...given,
    purpose: 'wish to pause or leave',
    work: async (work) => {
      await asUser(work).create({
        collection: 'pause-requests',
        data: { volunteer: volunteerId, wish: typed.wish, ...(words ? { words } : {}) },
      })
      return { location: portalNotices.addressWith({ path: '/portal/record', notice: 'wish-sent' }) }
    },
    again: (sentences) => page({ sentences }),
  })
}

/** Takes one's own wish back. */
export const takeWishBack: PortalHandler = async (given) => {
  const { query, frame, volunteerId } = await openOwnRecord(given)
  const wish = (await ownDetails({ query, volunteerId }))?.wish
  if (!wish) throw notFoundError()
  await submit({
    ...given,
    purpose: 'take a wish back',
    work: async (work) => {
      await performAction({ work, workflow: pauseRequestWorkflow, id: wish.id, action: 'takeBack', input: {} })
      return { location: portalNotices.addressWith({ path: '/portal/record', notice: 'wish-taken-back' }) }
    },
    again: (sentences) => (
      <PausingPage frame={frame} typed={{}} sentences={sentences} idempotencyKey={newIdempotencyKey()} />
    ),
  })
}

type PausingProps = {
  frame: PageFrame
  typed: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}

const PausingPage = ({ frame, typed, errors = {}, sentences = [], idempotencyKey }: PausingProps) => (
  <Page
    frame={frame}
    title="Pause or leave"
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal/record', text: 'My record' }}
  >
    <Heading>Pause or leave</Heading>
    <p>
      Life changes, and telling us is right. The committee speaks with you first. Once they carry it out, you can no
      longer sign in here, your meetings are off, and each child gets a hand-over.
    </p>
    <p>You can come back. We then check everything once more with you.</p>
    <Form action="/portal/record/pause" idempotencyKey={idempotencyKey}>
      <Radios
        name="wish"
        label="What would you like?"
        value={typed.wish}
        error={errors.wish}
        options={Object.entries(WISHES).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="words"
        label="Would you like to say why, or from when?"
        hint="Write nothing about the child here."
        optional
        rows={4}
        value={typed.words}
        error={errors.words}
        maxLength={WISH_WORDS.longest}
      />
      <Button>Tell the committee</Button>
    </Form>
  </Page>
)
