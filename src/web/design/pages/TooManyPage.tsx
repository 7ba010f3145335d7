import type { ReactElement, ReactNode } from 'react'
import { Heading } from '../Heading.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'

/**
 * 429: too many attempts in a short time. `waitSeconds` is how long until the next is taken; `children` say what else
 * there is to do.
 */
export const TooManyPage = ({
  frame,
  waitSeconds,
  back,
  children,
}: {
  frame: PageFrame
  waitSeconds: number
  back?: { href: string; text?: string }
  children?: ReactNode
}): ReactElement =>
  frame.words === undefined ? (
    <Page frame={frame} title="Please wait a little" back={back}>
      <Heading>Please wait a little</Heading>
      <p>There were too many attempts in a short time. This protects people’s accounts from guessing.</p>
      <p>
        <strong>Try again in {speakWait(waitSeconds)}.</strong> What you just sent was not stored.
      </p>
      {children}
      <p>
        If a child is in danger now, do not wait: ring <a href="tel:999">999</a>.
      </p>
    </Page>
  ) : (
    <Page frame={frame} title={frame.words.say('wait.title')} back={back}>
      <Heading>{frame.words.say('wait.title')}</Heading>
      <p>{frame.words.say('wait.why')}</p>
      <p>{frame.words.say('wait.how-long', { time: frame.words.minutes(Math.max(1, Math.ceil(waitSeconds / 60))) })}</p>
    </Page>
  )

const speakWait = (seconds: number): string => {
  if (seconds <= 60) return 'a minute'
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.ceil(minutes / 60)
  return hours === 1 ? 'an hour' : `${hours} hours`
}
