import { z } from 'zod'
import { asUser } from '../../../core/access/localApi.ts'
import {
  daysAfter,
  isCalendarDate,
  isLondonTime,
  londonDate,
  londonMoment,
  NO_SUCH_TIME,
} from '../../../core/clock/londonDates.ts'
import { isUuid } from '../../../core/database/locks.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import { newIdempotencyKey, IDEMPOTENCY_FIELD } from '../../../core/http/idempotency.ts'
import { readSettings } from '../../../core/settings/settings.ts'
import { mayKnow } from '../../../programme/matching/mayKnow.ts'
import { MEETING, MEETING_MINUTES } from '../../../programme/meetings/fields.ts'
import { availabilityOf } from '../../../programme/people/volunteers/availability.ts'
import { availabilityWords } from '../../../programme/people/volunteers/weeklyTimes.ts'
import { matchedChild, secondVolunteers, type MatchedChild } from '../../../programme/meetings/queries.ts'
import { AGREEMENT_WAYS, MEETING_KINDS, PLACE_KINDS } from '../../../programme/meetings/rules.ts'
import { Button } from '../../design/Button.tsx'
import { DateField } from '../../design/DateField.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { Radios } from '../../design/Radios.tsx'
import { renderPage } from '../../design/renderPage.ts'
import { Select } from '../../design/Select.tsx'
import { TextField } from '../../design/TextField.tsx'
import { TimeField } from '../../design/TimeField.tsx'
import { submit } from '../../visit/submit.ts'
import { problemsByField, typedIn, type Typed } from '../../visit/typed.ts'
import { portalNotices } from '../notices.ts'
import { NotShown } from '../NotShown.tsx'
import { noteReading, openPage } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/**
 * The form on which a meeting is proposed, for one match. It names the parents, so it is there only for who may know
 * them [MAT-7].
 */
export const showProposal: PortalHandler = async ({ services, request, response }) => {
  const { actor, form, match, isKnown, today } = await openProposal({
    services,
    request,
    response,
    matchId: request.query.match,
  })
  await noteReading({ services, actor, collection: 'children', ids: [match.childId] })
  if (isKnown) await noteReading({ services, actor, collection: 'guardians', ids: match.guardians.map(({ id }) => id) })
  const typed = {
    kind: 'one-to-one',
    minutes: '60',
    agreedOn: today,
    ...(match.guardians.length === 1 ? { guardian: match.guardians[0]?.id ?? '' } : {}),
  }
  response.type('html').send(renderPage(form({ typed, idempotencyKey: newIdempotencyKey() })))
}

/** Takes the form: the meeting is proposed, or the form comes back with what was typed and what is wrong. */
export const proposeMeeting: PortalHandler = async ({ services, request, response }) => {
  const typed = typedIn(request.body)
  const { form, match } = await openProposal({ services, request, response, matchId: typed.match })
  const page = (wrong: { errors?: FieldErrors; sentences?: string[] }) =>
    form({ typed, ...wrong, idempotencyKey: typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey() })
  const parsed = proposalSchema.safeParse(typed)
  if (!parsed.success) {
    response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors: problemsByField(parsed.error) })))
    return
  }
  const { date, time, minutes, secondVolunteer, match: _match, ...fields } = parsed.data
  await submit({
    services,
    request,
    response,
    purpose: 'propose a meeting',
    work: async (work) => {
      await asUser(work).create({
        collection: 'meetings',
        data: {
          ...fields,
          match: match.matchId,
          child: match.childId,
          volunteer: match.volunteerId,
          startsAt: londonMoment({ date, time }).toISOString(),
          minutes,
          ...(secondVolunteer ? { secondVolunteer } : {}),
        },
      })
      return { location: portalNotices.addressWith({ path: '/portal', notice: 'meeting-proposed' }) }
    },
    fields: FORM_FIELDS,
    again: (sentences, errors) => page({ sentences, errors }),
  })
}

const openProposal = async ({
  services,
  request,
  response,
  matchId,
}: Parameters<PortalHandler>[0] & { matchId: unknown }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const today = londonDate(now)
  const match = await matchedChild({ query, actor, matchId, on: today })
  if (!match) throw notFoundError()
  const decision = await mayKnow({ query, actor, on: today, matchId: match.matchId })
  const said = availabilityWords(await availabilityOf({ query, volunteerId: match.volunteerId }), { today })
  const others = await secondVolunteers({ query, besides: match.volunteerId, on: today })
  const { officePhone } = await readSettings({ query })
  const form = (given: Pick<ProposalProps, 'typed' | 'errors' | 'sentences' | 'idempotencyKey'>) =>
    decision.allowed ? (
      <ProposalPage
        frame={frame}
        match={match}
        writerId={actor.userId}
        said={said}
        others={others}
        today={today}
        {...given}
      />
    ) : (
      <ClosedProposalPage
        frame={frame}
        match={match}
        refusal={decision}
        officePhone={officePhone}
        sentences={given.sentences}
      />
    )
  return { actor, match, form, isKnown: decision.allowed, today }
}

/** The form's field by that of the meeting. */
const FORM_FIELDS = {
  startsAt: 'date',
  kind: 'kind',
  placeKind: 'placeKind',
  place: 'place',
  secondVolunteer: 'secondVolunteer',
  guardian: 'guardian',
  agreedOn: 'agreedOn',
  agreedWay: 'agreedWay',
}

const proposalSchema = z
  .object({
    match: z.string(),
    date: z.string('Say on which day you want to meet.').refine(isCalendarDate, 'Say on which day you want to meet.'),
    time: z
      .string('Say at what time you want to meet.')
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Say at what time you want to meet.'),
    minutes: z.coerce
      .number('Choose how long you will meet.')
      .int()
      .min(MEETING_MINUTES.min, 'Choose how long you will meet.')
      .max(MEETING_MINUTES.max, 'Choose how long you will meet.'),
    kind: z.enum(
      Object.keys(MEETING_KINDS) as Array<keyof typeof MEETING_KINDS>,
      'Say whether the parents will be there.',
    ),
    placeKind: z.enum(Object.keys(PLACE_KINDS) as Array<keyof typeof PLACE_KINDS>, 'Say what kind of place it is.'),
    place: MEETING.place.asked('Say where you will meet.'),
    secondVolunteer: z
      .string()
      .refine((id) => id === '' || isUuid(id), 'Choose the second volunteer from the list.')
      .optional(),
    guardian: z.string('Say which parent or carer agreed.').refine(isUuid, 'Say which parent or carer agreed.'),
    agreedOn: z.string('Say on which day they agreed.').refine(isCalendarDate, 'Say on which day they agreed.'),
    agreedWay: z.enum(Object.keys(AGREEMENT_WAYS) as Array<keyof typeof AGREEMENT_WAYS>, 'Say how they agreed.'),
  })
  .refine(isLondonTime, { path: ['time'], message: NO_SUCH_TIME })

type ProposalProps = {
  frame: PageFrame
  match: MatchedChild
  /** Whose draft it is, on a device that others use too. */ writerId: string
  /** When the volunteer said that they have time: a hint, never a refusal [VOL-13]. */ said: string | undefined
  others: Array<{ id: string; name: string }>
  today: string
  typed: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}

const ProposalPage = ({
  frame,
  match,
  writerId,
  said,
  others,
  today,
  typed,
  errors = {},
  sentences = [],
  idempotencyKey,
}: ProposalProps) => (
  <Page
    frame={frame}
    title={`Propose a meeting with ${match.childName}`}
    errors={errors}
    generalErrors={sentences}
    back={{ href: '/portal' }}
    scripts={[frame.links.keepDraft]}
  >
    <Heading>Propose a meeting with {match.childName}</Heading>
    <Notice title="Agree it with the parent or carer first, never with the child." />
    <Form
      action="/portal/meetings/new"
      idempotencyKey={idempotencyKey}
      draft={{ name: `meeting ${writerId} ${match.matchId}`, done: 'meeting-proposed' }}
      bar={<Button>Propose this meeting</Button>}
      hidden={{ match: match.matchId }}
    >
      <DateField
        name="date"
        label="Which day?"
        hint={said}
        value={typed.date}
        earliest={today}
        latest={daysAfter({ date: today, days: 366 })}
        error={errors.date}
      />
      <TimeField name="time" label="What time?" value={typed.time} error={errors.time} />
      <Select name="minutes" label="For how long?" value={typed.minutes} error={errors.minutes} options={LENGTHS} />
      <Radios
        name="kind"
        label="Who will be there?"
        value={typed.kind}
        error={errors.kind}
        options={[
          { value: 'one-to-one', label: `You and ${match.childName}` },
          { value: 'family', label: 'The parents too' },
        ]}
      />
      <Radios
        name="placeKind"
        label="What kind of place?"
        value={typed.placeKind}
        error={errors.placeKind}
        options={choicesOf(PLACE_KINDS)}
      />
      <TextField
        name="place"
        label="Where?"
        hint="For example: the café in the library"
        value={typed.place}
        error={errors.place}
        autoComplete="off"
        maxLength={MEETING.place.longest}
      />
      <Select
        name="secondVolunteer"
        label="Second volunteer"
        hint="Needed for a cinema or theatre."
        optional
        prompt="Nobody else"
        value={typed.secondVolunteer}
        error={errors.secondVolunteer}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Radios
        name="guardian"
        label="Which parent or carer agreed?"
        value={typed.guardian}
        error={errors.guardian}
        options={match.guardians.map(({ id, name, relationship }) => ({
          value: id,
          label: relationship ? `${name}, ${relationship.toLowerCase()}` : name,
        }))}
      />
      <DateField
        name="agreedOn"
        label="When did they agree?"
        value={typed.agreedOn}
        latest={today}
        error={errors.agreedOn}
      />
      <Radios
        name="agreedWay"
        label="How did they agree?"
        value={typed.agreedWay}
        error={errors.agreedWay}
        options={choicesOf(AGREEMENT_WAYS)}
      />
    </Form>
  </Page>
)

const ClosedProposalPage = ({
  frame,
  match,
  refusal,
  officePhone,
  sentences = [],
}: Pick<ProposalProps, 'frame' | 'match' | 'sentences'> & { refusal: Refused; officePhone: string | undefined }) => (
  <Page
    frame={frame}
    title={`Propose a meeting with ${match.childName}`}
    generalErrors={sentences}
    back={{ href: '/portal' }}
  >
    <Heading>Propose a meeting with {match.childName}</Heading>
    <NotShown refusal={refusal} officePhone={officePhone} />
  </Page>
)

const LENGTHS = [
  { value: '30', label: '30 minutes' },
  { value: '45', label: '45 minutes' },
  { value: '60', label: '1 hour' },
  { value: '90', label: '1 hour 30 minutes' },
  { value: '120', label: '2 hours' },
  { value: '180', label: '3 hours' },
  { value: '240', label: '4 hours' },
]

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
