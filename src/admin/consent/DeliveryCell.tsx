import type { DefaultServerCellComponentProps } from 'payload'
import { londonDate, londonTime, speakDate } from '../../core/clock/londonDates.ts'
import { DELIVERY_IN_TABLE, LISTED_DELIVERY, type ListedDelivery } from '../../programme/consent/asking/delivery.ts'

/** In the list of consent requests: where the newest email of each stands, and since when. */
export const DeliveryCell = ({ rowData }: Pick<DefaultServerCellComponentProps, 'rowData'>) => {
  const delivery = rowData[LISTED_DELIVERY] as ListedDelivery | null | undefined
  if (!delivery) return <span>No email</span>
  const at = new Date(delivery.at)
  return (
    <span className={`delivery delivery--${delivery.state}`}>
      <strong>{DELIVERY_IN_TABLE[delivery.state]}</strong>
      <br />
      <span>{`${speakDate(londonDate(at))}, ${londonTime(at)}`}</span>
    </span>
  )
}
