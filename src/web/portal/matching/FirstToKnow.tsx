import type { ReactElement } from 'react'
import { contactSentence, type Reachable } from '../../../programme/people/families/contactRules.ts'
import { Notice } from '../../design/Notice.tsx'
import { SummaryList, type SummaryRow } from '../../design/SummaryList.tsx'

/**
 * What must be known before anybody is rung or met: who must not be contacted, what the child must not have, what to do
 * in an emergency. It stands in red above every button; nothing where there is nothing.
 */
export const FirstToKnow = ({
  contacts,
  urgent,
}: {
  contacts: ReadonlyArray<Reachable & { id: string }>
  urgent: readonly SummaryRow[]
}): ReactElement => (
  <>
    {contacts
      .filter(({ contactRule }) => contactRule === 'none')
      .map((contact) => (
        <Notice key={contact.id} tone="danger" title={contactSentence(contact)} />
      ))}
    {urgent.length > 0 ? (
      <Notice tone="danger" title="Know this first">
        <SummaryList rows={urgent} />
      </Notice>
    ) : null}
  </>
)
