import { endDraftLinks } from '../../core/drafts/draftLinks.ts'
import type { DomainEvent, EventHandler } from '../../core/house/defineEvent.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { addressLeft } from './events.ts'
import { normalAddress } from './signIn/addresses.ts'

/**
 * What a change of a record means to whatever was sent to its email address: told where another address, or none, takes
 * the place of one [CON-10].
 */
export const leavingAddress = ({
  before,
  after,
  guardianId = null,
}: {
  before: RecordData
  after: RecordData
  guardianId?: string | null
}): DomainEvent[] => {
  const former = addressIn(before)
  return former !== '' && former !== addressIn(after) ? [addressLeft({ address: former, guardianId })] : []
}

/** The links to forms that were begun end with the address; the browser that began one goes on with it. */
export const endFormLinks: EventHandler<{ address: string }> = ({ work: { query, now }, event: { address } }) =>
  endDraftLinks({ query, email: address, now })

const addressIn = ({ email }: RecordData): string => (typeof email === 'string' ? normalAddress(email) : '')
