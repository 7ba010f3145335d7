import { isCalendarDate, londonDate } from '../../../core/clock/londonDates.ts'
import { listOf } from '../../../core/http/forms.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { availabilityOf, keepAvailability } from '../../../programme/people/volunteers/availability.ts'
import {
  DAY_PARTS,
  WEEK_DAYS,
  WEEKLY_TIMES,
  type Availability,
} from '../../../programme/people/volunteers/weeklyTimes.ts'
import { Button } from '../../design/Button.tsx'
import { Checkboxes } from '../../design/Checkboxes.tsx'
import { DateField } from '../../design/DateField.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed } from '../../visit/typed.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { portalNotices } from '../notices.ts'
import { openOwnRecord } from './ownRecord.ts'

/** The form for when one usually has time, and when one is away [VOL-13]. */
export const showAvailability: PortalHandler = async (given) => {
  const { query, now, frame, volunteerId } = await openOwnRecord(given)
  const today = londonDate(now)
  const { free, away } = await availabilityOf({ query, volunteerId })
  const ahead = away.filter(({ until }) => today <= until)
  given.response.type('html').send(
    renderPage(
      <AvailabilityPage
        frame={frame}
        today={today}
        free={free}
        typed={Object.fromEntries(
          ahead.flatMap(({ from, until }, row) => [
            [`from-${row + 1}`, from],
            [`until-${row + 1}`, until],
          ]),
        )}
        rows={Math.min(ahead.length + 2, MOST_ROWS)}
        idempotencyKey={newIdempotencyKey()}
      />,
    ),
  )
}

/** Takes the form: it is kept whole, or comes back with what was given. */
export const changeAvailability: PortalHandler = async (given) => {
  const { now, frame, volunteerId } = await openOwnRecord(given)
  const today = londonDate(now)
  const typed = typedIn(given.request.body)
  const free = ticked(given.request.body)
  const { away, errors } = awayIn(typed)
  const page = (again: { errors?: FieldErrors; sentences?: string[] }) => (
    <AvailabilityPage
      frame={frame}
      today={today}
      free={free}
      typed={typed}
      rows={rowsIn(typed)}
      errors={again.errors}
      sentences={again.sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  if (Object.keys(errors).length > 0) {
    given.response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors })))
    return
  }
  await submit({
    ...given,
    purpose: 'keep availability',
    work: async (work) => {
      await keepAvailability({ work, volunteerId, availability: { free, away } })
      return { location: portalNotices.addressWith({ path: '/portal/record', notice: 'availability-kept' }) }
    },
    again: (sentences) => page({ sentences }),
  })
}

const MOST_ROWS = 8

/** The parts of the week that were ticked, those alone that there are. */
const ticked = (body: unknown): string[] => {
  const sent = (body ?? {}) as Record<string, string | string[] | undefined>
  return WEEK_DAYS.flatMap((day) => listOf(sent[nameOf(day)])).filter((time) => Object.hasOwn(WEEKLY_TIMES, time))
}

const nameOf = (day: string): string => `free-${day.toLowerCase()}`

const rowsIn = (typed: Typed): number =>
  Math.min(
    MOST_ROWS,
    Math.max(2, ...Object.keys(typed).map((name) => Number(/^(?:from|until)-(\d)$/.exec(name)?.[1] ?? 0))),
  )

/** The rows of the form that were filled in; a row of which only one date was given is asked about. */
const awayIn = (typed: Typed): { away: Availability['away']; errors: FieldErrors } => {
  const errors: Record<string, string> = {}
  const away = Array.from({ length: MOST_ROWS }, (_, index) => index + 1).flatMap((row) => {
    const [from = '', until = ''] = [typed[`from-${row}`], typed[`until-${row}`]]
    if (!from && !until) return []
    if (!isCalendarDate(from)) errors[`from-${row}`] = 'Say from which day you are away.'
    else if (!isCalendarDate(until)) errors[`until-${row}`] = 'Say until which day you are away.'
    else if (until < from) errors[`until-${row}`] = 'The last day is before the first.'
    return [{ from, until }]
  })
  return { away, errors }
}

type AvailabilityProps = {
  frame: PageFrame
  today: string
  free: readonly string[]
  typed: Typed
  rows: number
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}

const AvailabilityPage = ({
  frame,
  today,
  free,
  typed,
  rows,
  errors = {},
  sentences = [],
  idempotencyKey,
}: AvailabilityProps) => (
  <Page
    frame={frame}
    title="When you have time"
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal/record', text: 'My record' }}
  >
    <Heading>When you have time</Heading>
    <p>This helps whoever plans. It promises nothing and refuses nothing.</p>
    <Form action="/portal/record/availability" idempotencyKey={idempotencyKey}>
      <Heading level={2}>In a usual week</Heading>
      {WEEK_DAYS.map((day) => (
        <Checkboxes
          key={day}
          inline
          name={nameOf(day)}
          label={day}
          values={free}
          options={Object.entries(DAY_PARTS).map(([part, words]) => ({
            value: `${day.toLowerCase()}-${part}`,
            label: capitalised(words),
          }))}
        />
      ))}
      <Heading level={2}>When you are away</Heading>
      {Array.from({ length: rows }, (_, index) => index + 1).map((row) => (
        <div key={row} className="flow">
          <DateField
            name={`from-${row}`}
            label={`Away ${row}: first day`}
            optional
            value={typed[`from-${row}`]}
            earliest={today}
            error={errors[`from-${row}`]}
          />
          <DateField
            name={`until-${row}`}
            label={`Away ${row}: last day`}
            optional
            value={typed[`until-${row}`]}
            earliest={today}
            error={errors[`until-${row}`]}
          />
        </div>
      ))}
      <Button>Keep this</Button>
    </Form>
  </Page>
)

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
