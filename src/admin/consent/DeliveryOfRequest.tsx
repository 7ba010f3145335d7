import { workOf } from '../../core/access/work.ts'
import { londonDate, londonTime, speakDate } from '../../core/clock/londonDates.ts'
import { DELIVERY_WORDS, deliveryOf } from '../../programme/consent/asking/delivery.ts'
import { OtherWaysToAsk } from './OtherWaysToAsk.tsx'
import type { RecordPartProps } from '../record/partProps.ts'

/** On a consent request’s page: where its newest message stands. */
export const DeliveryOfRequest = async ({ id, data, req }: RecordPartProps) => {
  const delivery = await deliveryOf({ work: workOf(req), requestId: id })
  if (!delivery) return null
  const { child, guardian, status } = data as { child?: unknown; guardian?: unknown; status?: unknown }
  return (
    <>
      <p className="version-ways">
        {`${DELIVERY_WORDS[delivery.state]}: ${speakDate(londonDate(delivery.at))}, ${londonTime(delivery.at)}.`}
        {delivery.state === 'bounced'
          ? ' Nobody was reached: ask by telephone or on paper, or correct the address and send again.'
          : ''}
        {delivery.state === 'left' ? ' A new link is needed: send one to the present address.' : ''}
      </p>
      {status === 'open' && typeof child === 'string' && typeof guardian === 'string' ? (
        <p className="action-row delivery-ways">
          <OtherWaysToAsk childId={child} guardianId={guardian} mobile={delivery.mobile} />
        </p>
      ) : null}
    </>
  )
}
