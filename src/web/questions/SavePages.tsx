import type { ReactElement } from 'react'
import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { EMAIL_ADDRESS } from '../../core/fields/commonTexts.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { TextField } from '../design/TextField.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import type { PublicForm } from './form.ts'

type Surrounded = { frame: PageFrame; form: PublicForm }
type Asking = Surrounded & { typed?: string; errors?: FieldErrors }

/** The most links that are sent to one address within an hour. The pages say so, and say it to everybody. */
export const LINKS_AN_HOUR = 5

/** Where a form stands that is not finished: its answers are kept; the link to it can be sent to an address. */
export const SavePage = ({
  frame,
  form,
  until,
  typed = '',
  errors = {},
}: Asking & { until: CalendarDate }): ReactElement => (
  <Page frame={frame} title="Save and come back later" errors={errors} back={{ href: `/${form.id}/go-on` }}>
    <Heading caption={form.title}>Save and come back later</Heading>
    <p>We keep your answers until {speakDate(until)}. Each time you save, you get more time. Then they are removed.</p>
    <p>We can email you a link to come back to them, on any phone or computer.</p>
    <Form action={`/${form.id}/save`} idempotencyKey={newIdempotencyKey()}>
      <AddressField typed={typed} error={errors.email} />
      <ButtonRow>
        <Button>Send me the link</Button>
        <ButtonLink href={`/${form.id}/go-on`} variant="secondary">
          Go on with the form
        </ButtonLink>
      </ButtonRow>
    </Form>
    <CloseForm form={form} />
  </Page>
)

/** Asks for the address under which a form was begun. */
export const FindPage = ({ frame, form, typed = '', errors = {} }: Asking): ReactElement => (
  <Page frame={frame} title="Go on with a form that you began" errors={errors} back={{ href: `/${form.id}` }}>
    <Heading caption={form.title}>Go on with a form that you began</Heading>
    <p>Tell us the email address to which we sent the link. We send it once more.</p>
    <Form action={`/${form.id}/find`} idempotencyKey={newIdempotencyKey()}>
      <AddressField typed={typed} error={errors.email} />
      <Button>Send me the link</Button>
    </Form>
  </Page>
)

/** What is said after either, whoever it is, and whether or not there is a form. */
export const LinkSentPage = ({ frame, form, wasSaved }: Surrounded & { wasSaved: boolean }): ReactElement => (
  <Page frame={frame} title="Look in your email" back={{ href: wasSaved ? `/${form.id}/go-on` : `/${form.id}` }}>
    <Heading caption={form.title}>Look in your email</Heading>
    <p>
      {wasSaved
        ? 'Your answers are kept, and a link to them is on its way.'
        : 'If you began a form with that address, the link to it is on its way.'}
    </p>
    <p>
      Nothing there after a few minutes? Look among the unwanted messages, and check the address. We send at most{' '}
      {LINKS_AN_HOUR} links an hour.
    </p>
    {wasSaved ? <CloseForm form={form} /> : null}
  </Page>
)

/** What is said where a form cannot be opened: the same words whatever the reason. */
export const NoFormPage = ({ frame, form, settings }: Surrounded & { settings: Settings }): ReactElement => (
  <Page frame={frame} title="We cannot open your form here">
    <Heading caption={form.title}>We cannot open your form here</Heading>
    <p>It may have run out, been closed, or been sent already. Your browser must allow cookies for this page.</p>
    <ButtonRow>
      <ButtonLink href={`/${form.id}/find`}>Send me the link to my form</ButtonLink>
      <ButtonLink href={`/${form.id}`} variant="secondary">
        Begin a new form
      </ButtonLink>
    </ButtonRow>
    <HowToReachUs settings={settings} />
  </Page>
)

/** What is said after a form was taken from this browser. */
export const ClosedPage = ({ frame, form }: Surrounded): ReactElement => (
  <Page frame={frame} title="You have closed your form">
    <Heading caption={form.title}>You have closed your form</Heading>
    <p>Nobody can open it here now. If we sent you a link, that link still works.</p>
    <p>
      <a href={`/${form.id}`}>Begin a new form</a>
    </p>
  </Page>
)

/** For a phone or a computer that others use too. */
export const CloseForm = ({ form }: { form: PublicForm }): ReactElement => (
  <Form action={`/${form.id}/close`} idempotencyKey={newIdempotencyKey()}>
    <p>Do others use this phone or computer? Then close your form. You can open it again by the link in our email.</p>
    <Button variant="secondary">Close my form</Button>
  </Form>
)

const AddressField = ({ typed, error }: { typed: string; error: string | undefined }): ReactElement => (
  <TextField
    name="email"
    label="Your email address"
    type="email"
    autoComplete="email"
    spellCheck={false}
    value={typed}
    error={error}
    maxLength={EMAIL_ADDRESS.longest}
  />
)
