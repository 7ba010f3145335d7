import type { ReactElement } from 'react'
import { ButtonLink } from '../ButtonLink.tsx'
import { Heading } from '../Heading.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'
import { Track } from '../Track.tsx'

/** How far the panel is. */
export type PanelState = 'building' | 'starting' | 'failed'

/**
 * 503 while the committee's panel is built after the first start. Our script asks and shows the panel when it is there;
 * where scripts are off, the page refreshes by itself. A refresh is kept from those with scripts, because it throws a
 * screen reader back to the top (WCAG 2.2.1).
 */
export const PanelPreparingPage = ({
  frame,
  state,
  address,
  portalHref,
}: {
  frame: PageFrame
  state: PanelState
  address: string
  portalHref: string
}): ReactElement => {
  const failed = state === 'failed'
  const title = failed ? 'The panel could not be made ready' : 'The panel is being made ready'
  return (
    <Page
      frame={frame}
      title={title}
      scripts={failed ? [] : [frame.links.waitForPanel]}
      head={
        failed ? undefined : (
          <noscript>
            <meta httpEquiv="refresh" content="5" />
          </noscript>
        )
      }
    >
      <Heading>{title}</Heading>
      {failed ? (
        <p>Whoever looks after this system finds the reason in its log. The portal for volunteers works.</p>
      ) : (
        <>
          <p>
            This happens once after an update and takes a minute or two. This page opens the panel by itself when it is
            ready.
          </p>
          <Track
            label="How far the panel is"
            steps={[
              { title: 'The database and the portal run', state: 'done' },
              { title: 'The panel is built', state: state === 'building' ? 'now' : 'done' },
              { title: 'The panel starts', state: state === 'starting' ? 'now' : 'to come' },
            ]}
          />
        </>
      )}
      <div className="button-row">
        <ButtonLink href={address} variant="secondary">
          Check again
        </ButtonLink>
        <ButtonLink href={portalHref} variant="secondary">
          Go to the portal
        </ButtonLink>
      </div>
    </Page>
  )
}
