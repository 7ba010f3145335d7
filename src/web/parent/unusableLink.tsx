import type { ReactElement } from 'react'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { HowToReachUs } from './HowToReachUs.tsx'
import type { ParentSurroundings } from './openedLink.ts'

/** What a link says that ran out, was replaced or taken back, or never was one: the same words for all, and nobody's name. */
export const UnusableLinkPage = ({ frame, settings }: ParentSurroundings): ReactElement => (
  <Page frame={frame} title="This link does not work">
    <Heading>This link does not work</Heading>
    <p>A link works for some weeks. A new link ends the old one. Look for our newest email and press its link.</p>
    <p>Your browser must allow cookies for this page.</p>
    <p>If it still does not work, ask us for a new link.</p>
    <HowToReachUs settings={settings} />
  </Page>
)
