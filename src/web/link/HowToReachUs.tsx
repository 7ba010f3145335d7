import { dialled } from '../../core/fields/telephone.ts'
import type { ReactElement } from 'react'
import type { Settings } from '../../core/settings/settings.ts'
import { Heading } from '../design/Heading.tsx'

/**
 * How a parent asks, complains or tells of a worry [MAT-12]. Says so too when the charity has not given its number yet.
 * `callHref`: where whoever passed the check asks to be rung.
 */
export const HowToReachUs = ({
  settings: { charityName, officePhone, officeEmail },
  callHref,
}: {
  settings: Settings
  callHref?: string
}): ReactElement => (
  <>
    <Heading level={2}>Ask us, or tell us what is wrong</Heading>
    {officePhone === undefined ? null : (
      <p>
        Ring <a href={`tel:${dialled(officePhone)}`}>{officePhone}</a>.
      </p>
    )}
    {officeEmail === undefined ? null : (
      <p>
        Write to <a href={`mailto:${officeEmail}`}>{officeEmail}</a>.
      </p>
    )}
    {officePhone === undefined && officeEmail === undefined ? <p>Ask {charityName} the way you always do.</p> : null}
    {callHref === undefined ? null : (
      <p>
        <a href={callHref}>Or ask us to ring you</a>.
      </p>
    )}
    <p>You can ask for a change. You can make a complaint. You can have this form on paper.</p>
  </>
)
