import type { ReactElement } from 'react'
import { REFERENCE } from '../../programme/recruitment/references/fields.ts'
import type { RefereeVisit } from '../../programme/recruitment/references/links.ts'
import { CAPACITIES } from '../../programme/recruitment/references/rules.ts'
import { Button } from '../design/Button.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { Radios } from '../design/Radios.tsx'
import { TextArea } from '../design/TextArea.tsx'
import { TextField } from '../design/TextField.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import type { Typed } from '../visit/typed.ts'
import type { LinkSurroundings } from '../link/surroundings.ts'

/** The one form for a referee: whether they can give a reference, and four short questions [VOL-6]. */
export const RefereePage = ({
  frame,
  settings,
  visit,
  typed = {},
  errors,
  sentences,
  idempotencyKey,
}: LinkSurroundings & {
  visit: RefereeVisit
  typed?: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}): ReactElement => (
  <Page frame={frame} title="Give a reference" errors={errors} generalErrors={sentences}>
    <Heading caption={visit.about}>Give a reference</Heading>
    <p>
      {visit.about} wants to volunteer with {settings.charityName}, to spend time with a child one to one. They named
      you. Please tell us what you think, as it is.
    </p>
    <p>We do not show them what you say. The people who run the programme read it.</p>
    <Form action="/reference" idempotencyKey={idempotencyKey}>
      <Radios
        name="can"
        label="Can you give a reference?"
        hint="If you are family, or do not know them well, choose no. You need not say why."
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        inline
        value={typed.can}
        error={errors?.can}
      />
      <p>If you chose no, leave the rest empty and send it.</p>
      <TextField
        name="knownFor"
        label={`How long have you known ${visit.firstName}?`}
        value={typed.knownFor}
        error={errors?.knownFor}
        width="medium"
        maxLength={REFERENCE.knownFor.longest}
      />
      <Radios
        name="capacity"
        label="How do you know each other?"
        options={Object.entries(CAPACITIES).map(([value, label]) => ({ value, label }))}
        value={typed.capacity}
        error={errors?.capacity}
      />
      <TextArea
        name="suitability"
        label={`How is ${visit.firstName} with children?`}
        hint="What you have seen yourself. A few lines are enough."
        value={typed.suitability}
        error={errors?.suitability}
        maxLength={REFERENCE.suitability.longest}
      />
      <Radios
        name="worry"
        label={`Have you any worry about ${visit.firstName} and children?`}
        options={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes, ring me', hint: 'You need not write more.' },
        ]}
        value={typed.worry}
        error={errors?.worry}
      />
      <TextArea
        name="worryWords"
        label="What is your worry?"
        optional
        rows={3}
        value={typed.worryWords}
        error={errors?.worryWords}
        maxLength={REFERENCE.worryWords.longest}
      />
      <Button>Send</Button>
    </Form>
    <HowToReachUs settings={settings} />
  </Page>
)

/** What a referee sees who has answered: thanks, and nothing of what they said, because mail is passed on. */
export const RefereeDonePage = ({ frame, settings, gave }: LinkSurroundings & { gave: boolean }): ReactElement => (
  <Page frame={frame} title="Thank you">
    <Heading>Thank you</Heading>
    <p>
      {gave
        ? 'We have your reference. The people who run the programme read it. They may ring you.'
        : 'We have your answer. You need do nothing more.'}
    </p>
    <p>To change what you said, or to add to it, ring us.</p>
    <HowToReachUs settings={settings} />
  </Page>
)
