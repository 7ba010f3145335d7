import type { ReactElement } from 'react'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { Button } from '../design/Button.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { HowToReachUs } from './HowToReachUs.tsx'
import type { LinkSurroundings } from './surroundings.ts'

/**
 * What a link says that ran out, was replaced or taken back, or never was one: the same words for all, nobody's name,
 * and one way on:
 * where links of this kind are sent anew, the address that asks for one.
 */
export const UnusableLinkPage = ({
  frame,
  settings,
  newLinkAddress,
}: LinkSurroundings & { newLinkAddress?: string }): ReactElement => (
  <Page frame={frame} title="This link does not work">
    <Heading>This link does not work</Heading>
    <p>A link works for some weeks. A new link ends the old one. Look for our newest email and press its link.</p>
    {newLinkAddress === undefined ? null : (
      <>
        <p>We can send you a new link. It goes to the email address that we have for you.</p>
        <Form action={newLinkAddress} idempotencyKey={newIdempotencyKey()}>
          <Button>Send me a new link</Button>
        </Form>
      </>
    )}
    <p>Your browser must allow cookies for this page.</p>
    {newLinkAddress === undefined ? <p>If it still does not work, ask us for a new link.</p> : null}
    <HowToReachUs settings={settings} />
  </Page>
)
