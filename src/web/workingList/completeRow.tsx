import { beyondBounds, type DateKind } from '../../core/fields/dateBounds.ts'
import { z } from 'zod'
import { startWork } from '../../core/access/work.ts'
import { asUser } from '../../core/access/localApi.ts'
import { recordReads } from '../../core/audit/record.ts'
import { isCalendarDate, londonDate, speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { isUuid } from '../../core/database/locks.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../core/http/idempotency.ts'
import { CHILD } from '../../programme/people/children/fields.ts'
import { FAMILY_NAME } from '../../programme/people/families/fields.ts'
import { COLUMNS } from '../../programme/workingList/columns.ts'
import {
  entryToFill,
  likelyChildren,
  likelyFamilies,
  linkEntry,
  makeChildFor,
  type EntryToFill,
  type LikelyChild,
  type NewChild,
} from '../../programme/workingList/complete.ts'
import { Button } from '../design/Button.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { joinTypedDate, splitDate, typedDateFrom } from '../design/memorableDate.ts'
import { MemorableDateField } from '../design/MemorableDateField.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { Radios } from '../design/Radios.tsx'
import { renderPage } from '../design/renderPage.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { TextField } from '../design/TextField.tsx'
import { idIn, openPage } from '../visit/openPage.ts'
import type { PortalHandler } from '../visit/handler.ts'
import { submit } from '../visit/submit.ts'
import { problemsByField, typedIn, type Typed } from '../visit/typed.ts'

/**
 * The page on which a row of the list finds its child: one that has a record, or one whose record is made here [ELG-8].
 */
export const showRowToComplete: PortalHandler = async (given) => {
  const opened = await openRow(given)
  if (!opened) return given.response.redirect(303, '/admin/working-list')
  const { entry, today, ...props } = opened
  const typed = {
    ...typedDate('bornOn', entry.bornOn),
    ...typedDate('memberSince', undefined),
    name: entry.words.name,
    familyName: `Family ${entry.words.name.split(' ').at(-1) ?? ''}`,
  }
  given.response
    .type('html')
    .send(
      renderPage(
        <CompletePage {...props} entry={entry} today={today} typed={typed} idempotencyKey={newIdempotencyKey()} />,
      ),
    )
}

/** Takes the answer: which child the row is about, or what a new record needs. */
export const completeRow: PortalHandler = async (given) => {
  const { services, request, response } = given
  const id = idIn(request)
  const typed = typedIn(request.body)
  const opened = await openRow(given)
  // A form sent twice finds the row complete: that is what was wanted.
  if (!opened) return response.redirect(303, '/admin/working-list')
  const page = ({ errors, sentences }: { errors?: FieldErrors; sentences?: string[] }) => (
    <CompletePage
      {...opened}
      typed={typed}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const parsed = isUuid(typed.child)
    ? undefined
    : newChildSchema(opened.today).safeParse({
        ...typed,
        bornOn: dateTyped(typed, 'bornOn'),
        memberSince: dateTyped(typed, 'memberSince'),
      })
  if (parsed && !parsed.success) {
    response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors: problemsByField(parsed.error) })))
    return
  }
  await submit({
    services,
    request,
    response,
    purpose: 'complete a row of the working list',
    work: async (work) => {
      if (parsed) await makeChildFor({ work, id, child: newChildOf(parsed.data) })
      else await linkEntry({ work, id, child: typed.child ?? '' })
      return {
        location: `/admin/working-list?text=${encodeURIComponent(parsed ? parsed.data.name : opened.entry.words.name)}`,
      }
    },
    fields: { anotherChildBecause: 'anotherChildBecause' },
    again: (sentences, errors) => page({ sentences, errors }),
  })
}

type Opened = {
  frame: PageFrame
  entry: EntryToFill
  children: LikelyChild[]
  families: Array<{ id: string; name: string }>
  find: string
  today: CalendarDate
}

/** The row and whom it may be about, for somebody who may read it; that they looked is recorded [DAT-1]. */
const openRow = async ({ services, request, response }: Parameters<PortalHandler>[0]): Promise<Opened | undefined> => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const id = idIn(request)
  const work = await startWork({ payload: services.payload, actor, from: 'panel' })
  await asUser(work).findById({ collection: 'working-list-entries', id })
  const entry = await entryToFill({ query, id, on: londonDate(now) })
  if (!entry) return undefined
  const find = typeof request.query.find === 'string' ? request.query.find.slice(0, SEARCH.longest) : ''
  const children = await likelyChildren({ query, name: entry.words.name, bornOn: entry.bornOn, find })
  const families = await likelyFamilies({ query, name: entry.words.name })
  await inTransaction({
    req: work.req,
    work: async () => {
      await recordReads({ work, collection: 'children', ids: children.map((child) => child.id) })
      await recordReads({ work, collection: 'families', ids: families.map((family) => family.id) })
    },
  })
  return { frame, entry, children, families, find, today: londonDate(now) }
}

const within =
  ({ kind, today }: { kind: DateKind; today: CalendarDate }) =>
  (date: string, context: z.RefinementCtx): void => {
    const beyond = beyondBounds({ date, kind, today })
    if (beyond !== undefined) context.addIssue({ code: 'custom', message: beyond })
  }

const newChildSchema = (today: CalendarDate) =>
  z
    .object({
      child: z.literal('new', 'Say which child this is.'),
      name: CHILD.name.asked('Write the child’s name.'),
      bornOn: z
        .string()
        .refine(isCalendarDate, 'Write the date of birth, for example 27 3 2014.')
        .superRefine(within({ kind: 'birthOfChild', today })),
      family: z
        .string('Say which family the child belongs to.')
        .refine((family) => family === 'new' || isUuid(family), 'Say which family the child belongs to.'),
      familyName: FAMILY_NAME.ifAny().default(''),
      anotherChildBecause: CHILD.anotherChildBecause.ifAny().default(''),
      memberSince: z
        .string()
        .refine(
          (date) => date === '' || isCalendarDate(date),
          'Write since when, for example 1 9 2024, or leave it empty.',
        )
        .superRefine(within({ kind: 'begins', today })),
    })
    .refine(({ family, familyName }) => family !== 'new' || familyName !== '', {
      path: ['familyName'],
      error: 'Write how you speak of the family.',
    })

const newChildOf = ({
  name,
  bornOn,
  family,
  familyName,
  memberSince,
  anotherChildBecause,
}: z.infer<ReturnType<typeof newChildSchema>>): NewChild => ({
  name,
  bornOn,
  family: family === 'new' ? { name: familyName } : { id: family },
  ...(memberSince ? { memberSince } : {}),
  ...(anotherChildBecause ? { anotherChildBecause } : {}),
})

const typedDate = (name: string, date: CalendarDate | undefined): Typed => {
  const { day, month, year } = splitDate(date ?? '')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

const dateTyped = (typed: Typed, name: string): string => joinTypedDate(typedDateFrom({ body: typed, name }))

type CompleteProps = Opened & { typed: Typed; errors?: FieldErrors; sentences?: string[]; idempotencyKey: string }

const CompletePage = ({
  frame,
  entry,
  children,
  families,
  find,
  today,
  typed,
  errors = {},
  sentences = [],
  idempotencyKey,
}: CompleteProps) => (
  <Page
    frame={frame}
    title={`Complete ${entry.words.name}`}
    back={{ href: '/admin/working-list?phase=to-complete', text: 'Back to the list' }}
    errors={errors}
    generalErrors={sentences}
  >
    <Heading caption="Working list">Complete {entry.words.name}</Heading>
    <SummaryList
      rows={COLUMNS.filter(({ key }) => entry.words[key] !== '').map(({ key, heading }) => ({
        term: heading,
        value: <span className="words">{entry.words[key]}</span>,
      }))}
    />
    <form method="get" className="flow" role="search">
      <TextField
        name="find"
        label="Look for another child by name"
        value={find}
        width="medium"
        maxLength={SEARCH.longest}
      />
      <Button variant="secondary">Look</Button>
    </form>
    <Form action={`/working-list/${entry.id}/complete`} idempotencyKey={idempotencyKey}>
      <Radios
        name="child"
        label="Which child is this?"
        value={typed.child ?? (children.some(({ isSameName }) => isSameName) ? undefined : 'new')}
        error={errors.child}
        options={[
          ...children.map(({ id, name, bornOn, familyName, isSameName }) => ({
            value: id,
            label: name,
            hint: [
              bornOn ? `born ${speakDate(bornOn)}` : 'birth date not known',
              familyName,
              !isSameName && 'spelt otherwise',
            ]
              .filter(Boolean)
              .join(', '),
          })),
          { value: 'new', label: 'None of these: make a record', hint: 'Then fill in what follows.' },
        ]}
      />
      <TextField
        name="name"
        label="The child’s name"
        value={typed.name}
        error={errors.name}
        maxLength={CHILD.name.longest}
      />
      <MemorableDateField
        name="bornOn"
        label="Date of birth"
        hint="For example 27 3 2014"
        value={typedDateFrom({ body: typed, name: 'bornOn' })}
        error={errors.bornOn}
      />
      <Radios
        name="family"
        label="Family"
        value={typed.family ?? (families.length === 0 ? 'new' : undefined)}
        error={errors.family}
        options={[
          ...families.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'new', label: 'A family that is not here yet' },
        ]}
      />
      <TextField
        name="familyName"
        label="Name of a new family"
        hint="How the committee speaks of them."
        value={typed.familyName}
        error={errors.familyName}
        maxLength={FAMILY_NAME.longest}
      />
      <MemorableDateField
        name="memberSince"
        label="Member of the club since (if you know)"
        hint={`Without it the child cannot be accepted yet. Today is ${speakDate(today)}.`}
        value={typedDateFrom({ body: typed, name: 'memberSince' })}
        error={errors.memberSince}
      />
      {errors.anotherChildBecause || typed.anotherChildBecause ? (
        <TextField
          name="anotherChildBecause"
          label="Why this is another child"
          hint="Only if a child like this one is on record already: how they differ."
          value={typed.anotherChildBecause}
          error={errors.anotherChildBecause}
          maxLength={CHILD.anotherChildBecause.longest}
        />
      ) : null}
      <Button>Complete this row</Button>
    </Form>
  </Page>
)
