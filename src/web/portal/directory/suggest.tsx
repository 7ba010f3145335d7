import { asUser } from '../../../core/access/localApi.ts'
import { tooLong } from '../../../core/fields/written.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { readableLine, readableText } from '../../../core/fields/readable.ts'
import { foldedNumber, telephoneProblem } from '../../../core/fields/telephone.ts'
import { asWebAddress, isWebAddress, DIRECTORY } from '../../../programme/directory/entries/fields.ts'
import { categoriesInUse, type ListedPlace } from '../../../programme/directory/queries.ts'
import { Button } from '../../design/Button.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { Select } from '../../design/Select.tsx'
import { TextArea } from '../../design/TextArea.tsx'
import { TextField } from '../../design/TextField.tsx'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed, wordsTyped } from '../../visit/typed.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { portalNotices } from '../notices.ts'
import { openPage } from '../../visit/openPage.ts'
import { openPlace } from './place.tsx'

/** The form on which somebody suggests a place for the directory. */
export const showSuggest: PortalHandler = async (given) => {
  const { query, frame } = await openPage(given)
  given.response
    .type('html')
    .send(
      renderPage(
        <SuggestPage
          frame={frame}
          categories={await categoriesInUse({ query })}
          typed={{}}
          idempotencyKey={newIdempotencyKey()}
        />,
      ),
    )
}

/** Takes a suggestion: the committee finds it on its first page [DIR-1]. */
export const suggestPlace: PortalHandler = async (given) => {
  const { query, frame } = await openPage(given)
  const categories = await categoriesInUse({ query })
  const typed = typedIn(given.request.body)
  const page = ({ errors, sentences }: { errors?: FieldErrors; sentences?: string[] }) => (
    <SuggestPage
      frame={frame}
      categories={categories}
      typed={typed}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const {
    organisation = '',
    category = '',
    phone = '',
    website = '',
    words = '',
  } = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, readableText(value).trim()]))
  const number = foldedNumber(readableLine(phone))
  const wrongPhone = number === '' ? undefined : telephoneProblem(number)
  const errors: FieldErrors = {
    ...textProblem({
      name: 'organisation',
      text: organisation,
      empty: 'Say what the place is called.',
      longest: DIRECTORY.organisation.longest,
    }),
    ...(categories.some(({ id }) => id === category) ? {} : { category: 'Choose what kind of place it is.' }),
    ...(wrongPhone === undefined ? {} : { phone: wrongPhone }),
    ...(website === '' || (website.length <= DIRECTORY.website.longest && isWebAddress(asWebAddress(website)))
      ? {}
      : { website: 'Write a web address, such as www.example.org, or leave it empty.' }),
    ...textProblem({
      name: 'words',
      text: words,
      empty: 'Say what it does, and for whom.',
      longest: DIRECTORY.suggested.longest,
    }),
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
    purpose: 'suggest a place',
    work: async (work) => {
      await asUser(work).create({
        collection: 'directory-suggestions',
        data: {
          kind: 'new-place',
          organisation,
          category,
          words,
          ...(number ? { phone: number } : {}),
          ...(website ? { website } : {}),
        },
      })
      return { location: portalNotices.addressWith({ path: '/portal/directory', notice: 'place-suggested' }) }
    },
    fields: { category: 'category' },
    again: (sentences, errors) => page({ sentences, errors }),
  })
}

/** The form on which somebody says that an entry no longer holds. */
export const showOutOfDate: PortalHandler = async (given) => {
  const { frame, place } = await openPlace(given)
  given.response
    .type('html')
    .send(renderPage(<OutOfDatePage frame={frame} place={place} typed={{}} idempotencyKey={newIdempotencyKey()} />))
}

/** Takes it: the committee finds it on its first page [DIR-1]. */
export const sayOutOfDate: PortalHandler = async (given) => {
  const { frame, place } = await openPlace(given)
  const typed = typedIn(given.request.body)
  const page = ({ errors, sentences }: { errors?: FieldErrors; sentences?: string[] }) => (
    <OutOfDatePage
      frame={frame}
      place={place}
      typed={typed}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const words = wordsTyped(typed, 'words')
  const errors: FieldErrors = textProblem({
    name: 'words',
    text: words,
    empty: 'Say what is out of date.',
    longest: DIRECTORY.suggested.longest,
  })
  if (Object.keys(errors).length > 0) {
    given.response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors })))
    return
  }
  await submit({
    ...given,
    purpose: 'say that a place is out of date',
    work: async (work) => {
      await asUser(work).create({
        collection: 'directory-suggestions',
        data: { kind: 'out-of-date', entry: place.id, words },
      })
      return { location: portalNotices.addressWith({ path: '/portal/directory', notice: 'out-of-date-said' }) }
    },
    again: (sentences) => page({ sentences }),
  })
}

const textProblem = ({
  name,
  text,
  empty,
  longest,
}: {
  name: string
  text: string
  empty: string
  longest: number
}): FieldErrors => {
  if (text === '') return { [name]: empty }
  return text.length > longest ? { [name]: tooLong({ longest }) } : {}
}

type FormProps = { frame: PageFrame; typed: Typed; errors?: FieldErrors; sentences?: string[]; idempotencyKey: string }

const SuggestPage = ({
  frame,
  categories,
  typed,
  errors = {},
  sentences = [],
  idempotencyKey,
}: FormProps & { categories: ReadonlyArray<{ id: string; name: string }> }) => (
  <Page
    frame={frame}
    title="Suggest a place"
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal/directory', text: 'Directory' }}
  >
    <Heading>Suggest a place</Heading>
    <p>
      Tell us of a place that may help a child or a family. The committee looks at it, then adds it or tells you why
      not.
    </p>
    <Form action="/portal/directory/suggest" idempotencyKey={idempotencyKey}>
      <TextField
        name="organisation"
        label="What is it called?"
        value={typed.organisation}
        error={errors.organisation}
        maxLength={DIRECTORY.organisation.longest}
      />
      <Select
        name="category"
        label="What kind of place is it?"
        prompt="Choose"
        value={typed.category}
        error={errors.category}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="words"
        label="What does it do, and for whom?"
        hint="Write nothing about a child here."
        rows={4}
        value={typed.words}
        error={errors.words}
        maxLength={DIRECTORY.suggested.longest}
      />
      <TextField
        name="phone"
        type="tel"
        label="Telephone number"
        optional
        width="medium"
        value={typed.phone}
        error={errors.phone}
        maxLength={DIRECTORY.phone.longest}
      />
      <TextField
        name="website"
        label="Website"
        optional
        inputMode="text"
        spellCheck={false}
        value={typed.website}
        error={errors.website}
        maxLength={DIRECTORY.website.longest}
      />
      <Button>Send it to the committee</Button>
    </Form>
  </Page>
)

const OutOfDatePage = ({
  frame,
  place: { id, organisation },
  typed,
  errors = {},
  sentences = [],
  idempotencyKey,
}: FormProps & { place: ListedPlace }) => (
  <Page
    frame={frame}
    title="This is out of date"
    errors={errors}
    generalErrors={sentences}
    back={{ href: `/portal/directory/${id}`, text: organisation }}
  >
    <Heading caption={organisation}>This is out of date</Heading>
    <Form action={`/portal/directory/${id}/out-of-date`} idempotencyKey={idempotencyKey}>
      <TextArea
        name="words"
        label="What is out of date?"
        hint="A number that nobody answers, a place that has closed, another price. Write nothing about a child here."
        rows={4}
        value={typed.words}
        error={errors.words}
        maxLength={DIRECTORY.suggested.longest}
      />
      <Button>Tell the committee</Button>
    </Form>
  </Page>
)
