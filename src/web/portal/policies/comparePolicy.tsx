import { notFoundError } from '../../../core/errors/problems.ts'
import { compareTexts, type ComparedBlock } from '../../../core/richText/compare.ts'
import { personalDocuments, readableVersions, type ReadableVersion } from '../../../programme/policies/queries.ts'
import { adoptedInWords } from '../../../programme/policies/spokenDays.ts'
import { Button } from '../../design/Button.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { Select } from '../../design/Select.tsx'
import type { PortalHandler } from '../../visit/handler.ts'
import { openPage } from '../../visit/openPage.ts'
import { PolicyChanges } from './PolicyChanges.tsx'
import { policyAddress } from './policyWords.ts'

/**
 * Any two versions of a document that are or were adopted, chosen in the address: at first the newest and the one
 * before it [POL-4].
 */
export const comparePolicy: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, frame } = await openPage({ services, request, response })
  const { kind } = request.params as { kind: string }
  const [documents, versions] = await Promise.all([
    personalDocuments({ query, userId: actor.userId }),
    readableVersions({ query, kind }),
  ])
  const title = documents.find((document) => document.kind === kind)?.title
  const place = (asked: unknown, usual: number): number =>
    asked === undefined ? usual : versions.findIndex(({ number }) => number === asked)
  // The newest stands first; whichever of the two was asked for first, the earlier one is what the later one is held
  // against.
  const [later, earlier] = [place(request.query.to, 0), place(request.query.from, 1)]
    .sort((one, other) => one - other)
    .map((at) => versions[at])
  if (title === undefined || !later || !earlier) throw notFoundError()
  response
    .type('html')
    .send(
      renderPage(
        <ComparisonPage
          frame={frame}
          kind={kind}
          title={title}
          versions={versions}
          earlier={earlier}
          later={later}
          blocks={compareTexts({ earlier: earlier.text, later: later.text })}
        />,
      ),
    )
}

type ComparisonProps = {
  frame: PageFrame
  kind: string
  title: string
  versions: readonly ReadableVersion[]
  earlier: ReadableVersion
  later: ReadableVersion
  blocks: readonly ComparedBlock[]
}

const ComparisonPage = ({ frame, kind, title, versions, earlier, later, blocks }: ComparisonProps) => {
  const options = versions.map(({ number, adoptedOn, adoptedIn }) => ({
    value: number,
    label: `${number}, adopted ${adoptedInWords({ adoptedOn, adoptedIn })}`,
  }))
  return (
    <Page frame={frame} title={`Compare versions: ${title}`} back={{ href: policyAddress({ kind }), text: title }}>
      <Heading caption={title}>Compare two versions</Heading>
      <form className="form flow" method="get" action={`${policyAddress({ kind })}/compare`}>
        <Select name="from" label="From version" options={options} value={earlier.number} />
        <Select name="to" label="To version" options={options} value={later.number} />
        <Button>Compare</Button>
      </form>
      <section className="flow" aria-labelledby="differences">
        <Heading level={2} id="differences">
          {earlier === later
            ? `Version ${later.number} alone`
            : `What changed from ${earlier.number} to ${later.number}`}
        </Heading>
        {earlier === later ? (
          <p>Choose another version to hold against it.</p>
        ) : (
          <>
            {versions.slice(versions.indexOf(later), versions.indexOf(earlier)).map(({ number, changes }) => (
              <p key={number} className="as-typed">
                <strong>Version {number}:</strong> {changes || 'What changed was not written down.'}
              </p>
            ))}
            <PolicyChanges blocks={blocks} />
          </>
        )}
      </section>
    </Page>
  )
}
