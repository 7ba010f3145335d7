import { renderPdf } from '../../../core/documents/pdf.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { readSettings } from '../../../core/settings/settings.ts'
import { personalDocuments, readableVersions } from '../../../programme/policies/queries.ts'
import { textDigest } from '../../../programme/policies/versions/textDigest.ts'
import { adoptedInWords, reviewInWords } from '../../../programme/policies/spokenDays.ts'
import { printedText } from '../../../core/richText/printedText.ts'
import type { PortalHandler } from '../../visit/handler.ts'
import { openVisit } from '../../visit/openPage.ts'

/**
 * An adopted or once adopted version as a tagged PDF, with who adopted it and when [POL-2]. The same version gives the
 * same file.
 */
export const printPolicy: PortalHandler = async ({ services, request, response }) => {
  const { actor, query } = openVisit({ services, response })
  const { kind, number } = request.params as { kind: string; number: string }
  const [documents, versions, { charityName, accent }] = await Promise.all([
    personalDocuments({ query, userId: actor.userId }),
    readableVersions({ query, kind }),
    readSettings({ query }),
  ])
  const title = documents.find((document) => document.kind === kind)?.title
  const version = versions.find((candidate) => candidate.number === number)
  if (title === undefined || !version) throw notFoundError()
  const file = await renderPdf({
    title: `${title}, version ${version.number}`,
    author: charityName,
    language: 'en-GB',
    madeAt: new Date(`${version.adoptedOn}T12:00:00Z`),
    letterhead: { name: charityName, accent },
    foot: `${title}, version ${version.number}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        facts: [
          { term: 'Version', value: version.number },
          { term: version.adoptedIn === null ? 'Adopted on' : 'Adopted in', value: adoptedInWords(version) },
          { term: 'Adopted by', value: version.adoptedBy ?? 'Not written down' },
          { term: 'Signed by', value: version.signedBy ?? 'Not written down' },
          {
            term: version.reviewIn === null ? 'To be reviewed on' : 'To be reviewed in',
            value: reviewInWords(version) ?? 'No date set',
          },
          ...(version.changes ? [{ term: 'What changed and why', value: version.changes }] : []),
          { term: 'Number of the text', value: textDigest(version.text) },
        ],
      },
      ...printedText(version.text),
    ],
  })
  response.attachment(`${kind}-${version.number}.pdf`).type('pdf').send(file)
}
