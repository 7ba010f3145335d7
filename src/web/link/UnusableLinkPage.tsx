import type { ReactElement } from 'react'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { COMPLETE_LANGUAGES, wordsIn } from '../../programme/people/parentWords/parentWords.ts'
import { Button } from '../design/Button.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { HowToReachUs } from './HowToReachUs.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
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
}: LinkSurroundings & { newLinkAddress?: string }): ReactElement => {
  const { say } = frame.words ?? wordsIn('en')
  return (
    <Page frame={frame} title={say('useless.title')}>
      <Heading>{say('useless.title')}</Heading>
      {frame.words === undefined ? null : <LanguageSwitch languages={['en', ...COMPLETE_LANGUAGES]} />}
      <p>{say('useless.why')}</p>
      {newLinkAddress === undefined ? null : (
        <>
          <p>{say('useless.new')}</p>
          <Form action={newLinkAddress} idempotencyKey={newIdempotencyKey()}>
            <Button>{say('useless.send')}</Button>
          </Form>
        </>
      )}
      <p>{say('useless.cookies')}</p>
      {newLinkAddress === undefined ? <p>{say('useless.ask')}</p> : null}
      <HowToReachUs settings={settings} />
    </Page>
  )
}
