import type { ReactElement } from 'react'
import { ButtonLink } from '../ButtonLink.tsx'
import { Drawing } from '../Drawing.tsx'
import { Heading } from '../Heading.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'

/** 404: not there, or not for this person to see. Both look alike. */
export const NotFoundPage = ({ frame }: { frame: PageFrame }): ReactElement =>
  frame.words === undefined ? (
    <Page frame={frame} title="We cannot find that page">
      <Drawing name="lost" />
      <Heading>We cannot find that page</Heading>
      <p>
        If you typed the address, check that it is right. If you pressed a link in an email, the link may have been
        replaced by a newer one.
      </p>
      <p>It may also be a page that is not yours to see. The co-ordinator can tell you.</p>
      <ButtonLink href={frame.homeHref}>Go to the first page</ButtonLink>
    </Page>
  ) : (
    <Page frame={frame} title={frame.words.say('lost.title')}>
      <Drawing name="lost" />
      <Heading>{frame.words.say('lost.title')}</Heading>
      <p>{frame.words.say('lost.why')}</p>
      <ButtonLink href="/consent">{frame.words.say('lost.go')}</ButtonLink>
    </Page>
  )
