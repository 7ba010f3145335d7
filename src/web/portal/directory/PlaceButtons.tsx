import type { ReactElement } from 'react'
import type { ListedPlace } from '../../../programme/directory/queries.ts'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { Icon } from '../../design/Icon.tsx'
import { emailAddress, phoneAddress } from './placeWords.ts'

/**
 * How to reach a place, one tap each: by telephone, on the web, by email, none louder than the others, because the
 * committee refers. Says so where there is no way yet.
 */
export const PlaceButtons = ({
  place: { organisation, phone, website, email },
}: {
  place: Pick<ListedPlace, 'organisation' | 'phone' | 'website' | 'email'>
}): ReactElement =>
  phone === null && website === null && email === null ? (
    <p className="muted">How to reach it is still to be checked. Ask the committee.</p>
  ) : (
    <div className="button-row">
      {phone === null ? null : (
        <ButtonLink href={phoneAddress(phone)} variant="secondary" hiddenText={organisation}>
          <Icon name="phone" />
          Ring {phone}
        </ButtonLink>
      )}
      {website === null ? null : (
        <ButtonLink href={website} variant="secondary" hiddenText={`of ${organisation}`}>
          Website
        </ButtonLink>
      )}
      {email === null ? null : (
        <ButtonLink href={emailAddress(email)} variant="secondary" hiddenText={organisation}>
          Email
        </ButtonLink>
      )}
    </div>
  )
