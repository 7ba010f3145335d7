import type { ReactElement } from 'react'
import { speakDate } from '../../core/clock/londonDates.ts'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import type { DocumentLine } from '../../programme/policies/overview.ts'
import type { Acceptance } from '../../programme/policies/rules.ts'
import { unsignedOf, type Signer } from '../../programme/policies/acceptances/signing.ts'
import { policyVersionWorkflow } from '../../programme/policies/versions/workflow.ts'
import { adoptedInWords } from '../../programme/policies/spokenDays.ts'
import { daysAway } from '../today/daysAway.ts'
import { RowAction } from '../today/RowAction.tsx'
import { NewVersion } from './NewVersion.tsx'

type PoliciesPageProps = {
  /** What the documents are searched for; empty where nothing is. */
  asked: string
  documents: readonly DocumentLine[]
  signers: readonly Signer[] | undefined
  today: string
  mayWrite: boolean
  mayLoadDrafts: boolean
  newWords: { number: string; people: number } | undefined
}

/** Every document with the version that holds and when it is looked at again; below, people by documents. */
export const PoliciesPage = ({
  asked,
  documents,
  signers,
  today,
  mayWrite,
  mayLoadDrafts,
  newWords,
}: PoliciesPageProps): ReactElement => (
  <main className="policies" id="policies">
    <header className="policies__head">
      <h1>Policies</h1>
      {mayWrite ? (
        <a className="action" href="/admin/collections/policy-versions/create">
          Write a version
        </a>
      ) : null}
    </header>
    <form method="get" action="/admin/policies" role="search" className="policies__search">
      <label htmlFor="policies-text">Find a document by words of its title or text</label>
      <input id="policies-text" type="search" name="text" defaultValue={asked} maxLength={SEARCH.longest} />
      <button type="submit" className="action">
        Find
      </button>
      {asked === '' ? null : <a href="/admin/policies">Show all</a>}
    </form>
    {documents.length > 0 ? (
      <Documents documents={documents} today={today} mayWrite={mayWrite} />
    ) : (
      <p>{asked === '' ? 'There is no document yet.' : `No document in force says “${asked}”.`}</p>
    )}
    {newWords ? <NewWords {...newWords} /> : null}
    {mayLoadDrafts ? <StartingSet isEmpty={documents.length === 0 && asked === ''} /> : null}
    {signers ? <Signed signers={signers} /> : null}
  </main>
)

const Documents = ({ documents, today, mayWrite }: Pick<PoliciesPageProps, 'documents' | 'today' | 'mayWrite'>) => (
  <section aria-labelledby="documents">
    <h2 id="documents">The documents</h2>
    <ul className="policies__documents">
      {documents.map(({ id, title, mustBeAccepted, current, next }) => (
        <li key={id}>
          <h3>{current ? <a href={`/admin/collections/policy-versions/${current.id}`}>{title}</a> : title}</h3>
          <p>
            {current ? `Version ${current.number}, adopted ${adoptedInWords(current)}` : 'No version is adopted yet'}
          </p>
          {mustBeAccepted ? <p>Every volunteer must accept it</p> : null}
          {current?.reviewOn ? (
            <p
              className={current.reviewOn <= today ? 'policies__late' : undefined}
            >{`To be looked at again ${current.reviewIn === null ? daysAway({ date: current.reviewOn, today }) : `in ${current.reviewIn}`}`}</p>
          ) : null}
          {next ? (
            <p>
              <a
                href={`/admin/collections/policy-versions/${next.id}`}
              >{`Version ${next.number}: ${(policyVersionWorkflow.states[next.status] ?? next.status).toLowerCase()}`}</a>
              {current ? (
                <>
                  {' · '}
                  <a href={`/admin/policies/compare?from=${current.id}&to=${next.id}`}>
                    Compare
                    <span className="visually-hidden">
                      : {title}, versions {current.number} and {next.number}
                    </span>
                  </a>
                </>
              ) : null}
            </p>
          ) : null}
          {current && !next && mayWrite ? (
            <NewVersion versionId={current.id} subject={`${title}, version ${current.number}`} />
          ) : null}
        </li>
      ))}
    </ul>
  </section>
)

const NewWords = ({ number, people }: { number: string; people: number }) => (
  <section className="policies__starting" aria-labelledby="new-words">
    <h2 id="new-words">Parents and the new consent wording</h2>
    <p>
      {`${people} ${people === 1 ? 'parent or carer has' : 'parents and carers have'} agreed in the words of an earlier version. That goes on counting, in those words, until it ends. You can ask them all now, in the words of version ${number}.`}
    </p>
    <RowAction
      label="Ask everybody again"
      subject={`in the words of version ${number}`}
      address="/api/consent-requests/ask-again"
      sends={{}}
      done="Asked. Today shows who has not answered. Whoever has no email address, or reads the form in a language that has no words yet, is asked on paper or by telephone."
    />
  </section>
)

const StartingSet = ({ isEmpty }: { isEmpty: boolean }) => (
  <section className="policies__starting" aria-labelledby="starting-set">
    <h2 id="starting-set">Texts to start from</h2>
    <p>
      There is a short draft of each document that a programme like this needs. Each is marked where your charity fills
      something in, and holds for nobody until your committee has adopted it.
      {isEmpty ? '' : ' Documents that are there already are left alone.'}
    </p>
    <RowAction
      label="Put the drafts here"
      subject="the texts to start from"
      address="/api/policies/starting-set"
      sends={{}}
      done="The drafts are here. Open each, fill in what is marked, and propose it."
    />
  </section>
)

const Signed = ({ signers }: { signers: readonly Signer[] }) => {
  const documents = [
    ...new Map(
      signers.flatMap((signer) => signer.documents.map(({ kind, title }) => [kind, title] as const)),
    ).entries(),
  ]
  const waiting = signers.filter((signer) => unsignedOf(signer).length > 0)
  return (
    <section aria-labelledby="signed">
      <h2 id="signed">Who has signed what</h2>
      {signers.length === 0 || documents.length === 0 ? (
        <p>
          {signers.length === 0 ? 'There is no volunteer yet.' : 'There is nothing yet that volunteers must accept.'}
        </p>
      ) : (
        <>
          <p>
            {waiting.length === 0
              ? 'Everybody has accepted everything.'
              : `${waiting.length} of ${signers.length} have something to accept.`}
          </p>
          {waiting.length > 0 ? (
            <RowAction
              label="Remind all who have not signed"
              subject="one message each"
              address="/api/policies/chase"
              sends={{}}
              done="Reminded, one message each. Whoever was reminded today already gets no second one."
            />
          ) : null}
          <div className="policies__scroll" role="region" aria-labelledby="signed" tabIndex={0}>
            <table className="policies__table">
              <caption className="visually-hidden">Volunteers and the documents that they accept</caption>
              <thead>
                <tr>
                  <th scope="col">Volunteer</th>
                  {documents.map(([kind, title]) => (
                    <th key={kind} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {signers.map(({ volunteerId, name, documents: own }) => (
                  <tr key={volunteerId}>
                    <th scope="row">
                      <a href={`/admin/collections/volunteers/${volunteerId}`}>{name}</a>
                    </th>
                    {documents.map(([kind]) => (
                      <Cell key={kind} standing={own.find((document) => document.kind === kind)?.standing} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

const Cell = ({ standing }: { standing: Acceptance | undefined }) => {
  if (!standing) return <td>Not asked</td>
  if (standing.state === 'accepted') return <td className="policies__good">{speakDate(standing.acceptedOn)}</td>
  return standing.state === 'due' ? (
    <td className="policies__waiting">{`By ${speakDate(standing.by)}`}</td>
  ) : (
    <td className="policies__late">Not accepted</td>
  )
}
