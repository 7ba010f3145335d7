import type { ReactElement } from 'react'
import type { Settings } from '../../core/settings/settings.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import type { PublicForm } from './form.ts'
import { CloseForm } from './SavePages.tsx'

/** The first page: what the form is for, and its beginning. Where one was begun in this browser, the way on. */
export const StartPage = ({
  frame,
  form,
  settings,
  first,
  isBegun,
}: {
  frame: PageFrame
  form: PublicForm
  settings: Settings
  first: string
  isBegun: boolean
}): ReactElement => (
  <Page frame={frame} title={form.title} back={{ href: '/' }}>
    <Heading>{form.title}</Heading>
    {form.start(settings)}
    <p>
      <a href="/privacy">How we keep what you write</a>: who sees it, for how long, and what you can ask.
    </p>
    <ButtonRow>
      {isBegun ? (
        <ButtonLink href={`/${form.id}/go-on`}>Go on with your form</ButtonLink>
      ) : (
        <ButtonLink href={`/${form.id}/${first}`}>Start now</ButtonLink>
      )}
      {isBegun ? null : (
        <ButtonLink href={`/${form.id}/find`} variant="secondary">
          Go on with a form that you began
        </ButtonLink>
      )}
    </ButtonRow>
    {isBegun ? <CloseForm form={form} /> : null}
    <HowToReachUs settings={settings} />
  </Page>
)
