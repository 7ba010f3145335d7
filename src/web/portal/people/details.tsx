import { HOME_ADDRESS, MOBILE } from '../../../core/fields/commonTexts.ts'
import { NO_MOBILE } from '../../../core/fields/telephone.ts'
import { tooLong } from '../../../core/fields/written.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { changeOwnDetails } from '../../../programme/recruitment/ownDetails.ts'
import { ownDetails } from '../../../programme/recruitment/queries.ts'
import { Button } from '../../design/Button.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { TextArea } from '../../design/TextArea.tsx'
import { TextField } from '../../design/TextField.tsx'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed, wordsTyped } from '../../visit/typed.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { portalNotices } from '../notices.ts'
import { openOwnRecord } from './ownRecord.ts'

/** The form for one's own mobile number and home address [VOL-7, VOL-8]. */
export const showDetails: PortalHandler = async (given) => {
  const { query, frame, volunteerId } = await openOwnRecord(given)
  const own = await ownDetails({ query, volunteerId })
  given.response
    .type('html')
    .send(
      renderPage(
        <DetailsPage
          frame={frame}
          typed={{ mobile: own?.mobile ?? '', homeAddress: own?.homeAddress ?? '' }}
          idempotencyKey={newIdempotencyKey()}
        />,
      ),
    )
}

/** Takes the form: both are kept, or it comes back with what was typed. */
export const changeDetails: PortalHandler = async (given) => {
  const { frame } = await openOwnRecord(given)
  const typed = typedIn(given.request.body)
  const page = ({ errors, sentences }: { errors?: FieldErrors; sentences?: string[] }) => (
    <DetailsPage
      frame={frame}
      typed={typed}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const mobile = MOBILE.asked(NO_MOBILE).safeParse(typed.mobile ?? '')
  const homeAddress = wordsTyped(typed, 'homeAddress')
  const errors: FieldErrors = {
    ...(mobile.success ? {} : { mobile: mobile.error.issues[0]?.message ?? NO_MOBILE }),
    ...(homeAddress.length <= HOME_ADDRESS.longest ? {} : { homeAddress: tooLong(HOME_ADDRESS) }),
  }
  if (!mobile.success || Object.keys(errors).length > 0) {
    given.response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors })))
    return
  }
  await submit({
    ...given,
    purpose: 'change own details',
    work: async (work) => {
      await changeOwnDetails({ work, mobile: mobile.data, homeAddress })
      return { location: portalNotices.addressWith({ path: '/portal/record', notice: 'details-kept' }) }
    },
    fields: { mobile: 'mobile' },
    again: (sentences, errors) => page({ sentences, errors }),
  })
}

type DetailsProps = {
  frame: PageFrame
  typed: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}

const DetailsPage = ({ frame, typed, errors = {}, sentences = [], idempotencyKey }: DetailsProps) => (
  <Page
    frame={frame}
    title="Your mobile and address"
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal/record', text: 'My record' }}
  >
    <Heading>Your mobile and address</Heading>
    <Form action="/portal/record/details" idempotencyKey={idempotencyKey}>
      <TextField
        name="mobile"
        label="Mobile number"
        hint="The one that you carry, charged, when you meet a child."
        type="tel"
        autoComplete="tel"
        width="medium"
        value={typed.mobile}
        error={errors.mobile}
        maxLength={MOBILE.longest}
      />
      <TextArea
        name="homeAddress"
        label="Home address"
        hint="Only the co-ordinator and the committee see it. Never families, children or other volunteers."
        optional
        rows={4}
        value={typed.homeAddress}
        error={errors.homeAddress}
        maxLength={HOME_ADDRESS.longest}
      />
      <Button>Keep these details</Button>
    </Form>
  </Page>
)
