import { dialled } from '../../../core/fields/telephone.ts'
import { readSettings } from '../../../core/settings/settings.ts'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import { renderPage } from '../../design/renderPage.ts'
import { openPage } from '../../visit/openPage.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/** What to do with a worry: danger first, then whom to ring [SAF-2]. */
export const showWorry: PortalHandler = async ({ services, request, response }) => {
  const { query, frame } = await openPage({ services, request, response })
  const { officePhone, officeEmail } = await readSettings({ query })
  response.type('html').send(
    renderPage(
      <Page frame={frame} title="Report a worry" back={{ href: '/portal' }}>
        <Heading>Report a worry</Heading>
        <Notice tone="danger" title="Is a child or anybody else in danger now?">
          <p>Ring 999 first. Then ring us.</p>
        </Notice>
        <div className="button-row">
          <ButtonLink href="tel:999" variant="warning">
            Ring 999
          </ButtonLink>
          {officePhone ? <ButtonLink href={`tel:${dialled(officePhone)}`}>Ring {officePhone}</ButtonLink> : null}
        </div>
        <p>
          If nobody is in danger now, tell the co-ordinator or a safeguarding lead today. Listen, note the child’s own
          words, do not question, and report.
        </p>
        {officeEmail ? (
          <p>
            Ask to be rung back: <a href={`mailto:${officeEmail}`}>{officeEmail}</a>. Write no names and no details in
            an email.
          </p>
        ) : null}
      </Page>,
    ),
  )
}
