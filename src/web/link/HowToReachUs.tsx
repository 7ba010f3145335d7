import type { ReactElement } from 'react'
import type { Settings } from '../../core/settings/settings.ts'
import { Heading } from '../design/Heading.tsx'
import { Telephone } from '../design/Telephone.tsx'
import { Said, useWords } from '../design/words.tsx'

/**
 * How a parent asks, complains or tells of a worry [MAT-12]. Says so too when the charity has not given its number yet.
 * `callHref` and `paperHref`: where whoever passed the check asks to be rung, and has the form on paper.
 */
export const HowToReachUs = ({
  settings: { charityName, officePhone, officeEmail },
  callHref,
  paperHref,
}: {
  settings: Settings
  callHref?: string
  paperHref?: string
}): ReactElement => {
  const { say } = useWords()
  return (
    <>
      <Heading level={2}>{say('reach.title')}</Heading>
      {officePhone === undefined ? null : (
        <p>
          <Said name="reach.ring" parts={{ number: <Telephone number={officePhone} /> }} />
        </p>
      )}
      {officeEmail === undefined ? null : (
        <p>
          <Said name="reach.write" parts={{ address: <a href={`mailto:${officeEmail}`}>{officeEmail}</a> }} />
        </p>
      )}
      {officePhone === undefined && officeEmail === undefined ? (
        <p>{say('reach.usual', { charity: charityName })}</p>
      ) : null}
      {callHref === undefined ? null : (
        <p>
          <a href={callHref}>{say('reach.call')}</a>
        </p>
      )}
      <p>{say('reach.rights')}</p>
      {paperHref === undefined ? null : (
        <p>
          <a href={paperHref}>{say('paper.title')}</a>
        </p>
      )}
    </>
  )
}
