import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { compareTexts, type ComparedBlock } from '../../../core/richText/compare.ts'
import { asUser } from '../../../core/access/localApi.ts'
import { londonDate, speakDate } from '../../../core/clock/londonDates.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { IDEMPOTENCY_FIELD, newIdempotencyKey } from '../../../core/http/idempotency.ts'
import { ownVolunteerIdOf } from '../../../programme/people/roles.ts'
import { isProvenLately } from '../../../programme/people/signIn/proving.ts'
import {
  ownAcceptances,
  personalDocuments,
  readableVersions,
  type OwnAcceptance,
  type ReadableVersion,
} from '../../../programme/policies/queries.ts'
import { acceptanceStatement } from '../../../programme/policies/acceptances/statement.ts'
import { textDigest } from '../../../programme/policies/versions/textDigest.ts'
import { adoptedInWords, reviewInWords } from '../../../programme/policies/spokenDays.ts'
import { Button } from '../../design/Button.tsx'
import { Details } from '../../design/Details.tsx'
import type { FieldErrors } from '../../design/fieldErrors.ts'
import { Form } from '../../design/Form.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { Tag } from '../../design/Tag.tsx'
import { TextField } from '../../design/TextField.tsx'
import { Contents, RichText, type TextSize } from '../../richText/RichText.tsx'
import { submit } from '../../visit/submit.ts'
import { typedIn, type Typed } from '../../visit/typed.ts'
import { portalNotices } from '../notices.ts'
import { openPage } from '../../visit/openPage.ts'
import { PasswordAgain, signInAddressOf, takePasswordAgain } from '../people/passwordAgain.tsx'
import { PolicyChanges } from './PolicyChanges.tsx'
import { policyAddress, readingOf, readingTag, type Reading } from './policyWords.ts'
import type { PortalHandler } from '../../visit/handler.ts'

/** One document to read, exactly as it was adopted: the version that holds now, or the one in the address. */
export const showPolicy: PortalHandler = async ({ services, request, response }) => {
  const { frame, policy, signedToday } = await openPolicy({ services, request, response })
  response
    .type('html')
    .send(
      renderPage(
        <PolicyPage
          frame={frame}
          policy={policy}
          typed={signedToday === undefined ? {} : { typedName: signedToday }}
          size={sizeIn(request.query.text)}
          notice={portalNotices.read(request)}
          idempotencyKey={newIdempotencyKey()}
        />,
      ),
    )
}

/** Takes a signature: final, tied to the exact text that was shown [POL-4]. */
export const acceptPolicy: PortalHandler = async ({ services, request, response }) => {
  const { actor, frame, policy, versions, next } = await openPolicy({ services, request, response })
  const typed = typedIn(request.body)
  const page = ({
    errors,
    sentences,
    isProven = false,
  }: {
    errors?: FieldErrors
    sentences?: string[]
    isProven?: boolean
  }) => (
    <PolicyPage
      frame={frame}
      policy={isProven ? { ...policy, asksForPasswordOf: undefined } : policy}
      typed={typed}
      errors={errors}
      sentences={sentences}
      idempotencyKey={typed[IDEMPOTENCY_FIELD] ?? newIdempotencyKey()}
    />
  )
  const shown = versions.find(({ id }) => id === typed.version)
  if (!shown) throw notFoundError()
  const signed = PERSON_NAME.asked('Type your full name to sign.').safeParse(typed.typedName ?? '')
  const again = (errors: FieldErrors): void =>
    void response
      .status(400)
      .type('html')
      .send(renderPage(page({ errors })))
  if (!signed.success) return again({ typedName: signed.error.issues[0]?.message ?? 'Type your full name to sign.' })
  const signer =
    policy.asksForPasswordOf === undefined
      ? { proven: actor }
      : await takePasswordAgain({ services, response, actor, password: typed.password ?? '' })
  if ('problem' in signer) return again({ password: signer.problem })
  // What is kept to know a form again is made from all that was sent; the password is not to be part of it.
  request.body = Object.fromEntries(Object.entries(request.body as object).filter(([name]) => name !== 'password'))
  await submit({
    services,
    request,
    response,
    actor: signer.proven,
    purpose: 'accept a policy',
    work: async (work) => {
      await asUser(work).create({
        collection: 'policy-acceptances',
        data: { version: shown.id, user: actor.userId, typedName: signed.data, textDigest: typed.textDigest ?? '' },
      })
      // Straight on to the next one: its receipt stands with the others in the list.
      return {
        location: portalNotices.addressWith(
          next === undefined
            ? { path: policyAddress({ kind: policy.kind }), notice: 'policy-accepted' }
            : { path: policyAddress({ kind: next }), notice: 'policy-accepted-next' },
        ),
      }
    },
    fields: { typedName: 'typedName' },
    again: (sentences, errors) => page({ sentences, errors, isProven: true }),
  })
}

type OpenedPolicy = {
  kind: string
  title: string
  version: ReadableVersion
  digest: string
  /** Only of the version that holds now. */
  reading: Reading | undefined
  receipt: OwnAcceptance | undefined
  /** With which address the reader signs in, where their password was given too long ago to sign with. */
  asksForPasswordOf: string | undefined
  /** Whether there is another version to hold this one against. */
  hasOthers: boolean
  /** What changed since the version that this person accepted last, newest first [POL-4]. */
  changes: { since: string; versions: ReadableVersion[]; blocks: ComparedBlock[] } | undefined
}

const openPolicy = async ({ services, request, response }: Parameters<PortalHandler>[0]) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const { kind, number } = request.params as { kind: string; number?: string }
  const [documents, versions, acceptances] = await Promise.all([
    personalDocuments({ query, userId: actor.userId }),
    readableVersions({ query, kind }),
    ownAcceptances({ query, userId: actor.userId }),
  ])
  const document = documents.find((candidate) => candidate.kind === kind)
  const version = versions.find((candidate) =>
    number === undefined ? candidate.status === 'adopted' : candidate.number === number,
  )
  if (!document || !version) throw notFoundError()
  const own = acceptances.filter((acceptance) => acceptance.kind === kind)
  const reading =
    version.status === 'adopted'
      ? readingOf({ document, on: londonDate(now), isVolunteer: ownVolunteerIdOf(actor) !== undefined })
      : undefined
  const asksForPasswordOf = isProvenLately({ actor, now }) ? undefined : await signInAddressOf({ services, actor })
  const policy: OpenedPolicy = {
    kind,
    title: document.title,
    version,
    digest: textDigest(version.text),
    reading,
    asksForPasswordOf,
    receipt: own.find((acceptance) => acceptance.number === version.number),
    hasOthers: versions.length > 1,
    changes: changesSince({ last: own[0], version, versions }),
  }
  const open = documents.filter(
    (other) =>
      other.kind !== kind &&
      isOpen(readingOf({ document: other, on: londonDate(now), isVolunteer: ownVolunteerIdOf(actor) !== undefined })),
  )
  // Who signs several in one sitting types the name once; it stands there to be read and changed.
  const signedToday = acceptances.find(({ acceptedAt }) => londonDate(acceptedAt) === londonDate(now))?.typedName
  return { actor, frame, policy, versions, next: open[0]?.kind, signedToday }
}

const changesSince = ({
  last,
  version,
  versions,
}: {
  last: OwnAcceptance | undefined
  version: ReadableVersion
  versions: readonly ReadableVersion[]
}): OpenedPolicy['changes'] => {
  const place = versions.findIndex(({ number }) => number === last?.number)
  const newer = version.status === 'adopted' && last && place > 0 ? versions.slice(0, place) : []
  return last && newer.length > 0
    ? {
        since: last.number,
        versions: newer,
        blocks: compareTexts({ earlier: versions[place]?.text, later: version.text }),
      }
    : undefined
}

const isOpen = (reading: Reading | undefined): boolean =>
  reading?.asked !== undefined && reading.asked.state !== 'accepted'

const sizeIn = (asked: unknown): TextSize => (asked === 'large' || asked === 'largest' ? asked : 'usual')

type PolicyProps = {
  frame: PageFrame
  policy: OpenedPolicy
  size?: TextSize
  notice?: string
  typed?: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}

const PolicyPage = ({
  frame,
  policy,
  size = 'usual',
  notice,
  typed = {},
  errors = {},
  sentences = [],
  idempotencyKey,
}: PolicyProps) => {
  const { kind, title, version, digest, reading, receipt, asksForPasswordOf, hasOthers, changes } = policy
  return (
    <Page
      frame={frame}
      title={title}
      errors={errors}
      generalErrors={sentences}
      back={{ href: '/portal/policies', text: 'Policies' }}
      scripts={[frame.links.keepForReading]}
    >
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading caption={`Version ${version.number}, adopted ${adoptedInWords(version)}`}>{title}</Heading>
      {version.status === 'superseded' ? (
        <Notice tone="warning" title="This version no longer holds.">
          <p>
            <a href={policyAddress({ kind })}>Read the version that holds now</a>
          </p>
        </Notice>
      ) : null}
      {reading?.asked ? <Tag {...readingTag(reading)} /> : null}
      {receipt ? <Receipt receipt={receipt} open={notice !== undefined} /> : null}
      {changes ? (
        <section className="flow" aria-labelledby="changes">
          <Heading level={2} id="changes">
            What changed since you accepted version {changes.since}
          </Heading>
          {changes.versions.map(({ number, changes: words }) => (
            <p key={number} className="as-typed">
              <strong>Version {number}:</strong> {words || 'What changed was not written down.'}
            </p>
          ))}
          <PolicyChanges blocks={changes.blocks} onlyChanges />
          <Heading level={2}>The whole text</Heading>
        </section>
      ) : null}
      <TextSizes address={frame.address ?? policyAddress({ kind })} size={size} />
      <Contents text={version.text} />
      <RichText text={version.text} hasContents size={size} />
      <Details summary="About this version">
        <SummaryList
          rows={[
            { term: 'Version', value: version.number },
            { term: version.adoptedIn === null ? 'Adopted on' : 'Adopted in', value: adoptedInWords(version) },
            { term: 'Adopted by', value: version.adoptedBy },
            { term: 'Signed by', value: version.signedBy },
            {
              term: version.reviewIn === null ? 'To be reviewed on' : 'To be reviewed in',
              value: reviewInWords(version),
            },
          ]}
        />
        <p>
          <a href={`${policyAddress({ kind, number: version.number })}/pdf`}>Keep this version as a PDF</a>
        </p>
        {hasOthers ? (
          <p>
            <a href={`${policyAddress({ kind })}/compare`}>Compare any two versions</a>
          </p>
        ) : null}
      </Details>
      {reading?.asked && reading.asked.state !== 'accepted' ? (
        <section className="flow" aria-labelledby="accept">
          <Heading level={2} id="accept">
            Accept it
          </Heading>
          <p>By typing your name and accepting you say: {acceptanceStatement({ title, number: version.number })}</p>
          <Form
            action={policyAddress({ kind })}
            idempotencyKey={idempotencyKey}
            hidden={{ version: version.id, textDigest: digest }}
          >
            <TextField
              name="typedName"
              label="Your full name"
              value={typed.typedName}
              error={errors.typedName}
              autoComplete="name"
              maxLength={PERSON_NAME.longest}
            />
            {asksForPasswordOf === undefined ? null : (
              <PasswordAgain email={asksForPasswordOf} error={errors.password} />
            )}
            <Button>Accept version {version.number}</Button>
          </Form>
        </section>
      ) : null}
    </Page>
  )
}

const TextSizes = ({ address, size }: { address: string; size: TextSize }) => (
  <nav className="text-sizes" aria-label="Size of the text">
    <span aria-hidden="true">Text:</span>
    {(['usual', 'large', 'largest'] as const).map((each) => (
      <a
        key={each}
        href={each === 'usual' ? address : `${address}?text=${each}`}
        aria-current={each === size ? 'true' : undefined}
      >
        {each}
      </a>
    ))}
  </nav>
)

const Receipt = ({
  receipt: { title, number, typedName, acceptedAt, textDigest: digest },
  open,
}: {
  receipt: OwnAcceptance
  open: boolean
}) => (
  <Details summary="Your receipt" open={open}>
    <SummaryList
      rows={[
        { term: 'You accepted', value: `${title}, version ${number}` },
        { term: 'On', value: speakDate(londonDate(acceptedAt)) },
        { term: 'Signed', value: typedName },
        { term: 'Number of the text', value: (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ') },
      ]}
    />
    <p className="small-print">The number belongs to this text alone: changed by one letter, it would have another.</p>
  </Details>
)
