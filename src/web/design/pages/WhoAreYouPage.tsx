import type { ReactElement } from 'react'
import { Card } from '../Card.tsx'
import { CardGrid } from '../CardGrid.tsx'
import { Heading } from '../Heading.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'
import { Scene } from '../Scene.tsx'

export type WhoAreYouPageProps = {
  frame: PageFrame
  /** Where each door is. A door without an address is not shown. */
  doors: { volunteer: string; committee: string; parents: string; refer?: string; apply?: string }
}

/** The first page: each visitor finds their own door, and what they do there. */
export const WhoAreYouPage = ({ frame, doors }: WhoAreYouPageProps): ReactElement => (
  <Page frame={frame} title={frame.programmeName} width="wide">
    <div className="welcome">
      <Heading>Somebody to walk alongside</Heading>
      <p className="lead">
        A child who is facing something hard meets one trusted adult, again and again. Choose who you are, and we take
        you to the right place.
      </p>
      <Scene />
    </div>
    <Heading level={2}>Who are you?</Heading>
    <CardGrid>
      <Card level={3} title="I am a volunteer" href={doors.volunteer}>
        <p>Sign in to see your next meeting, send a log or report a worry.</p>
      </Card>
      <Card level={3} title="I am on the committee" href={doors.committee}>
        <p>The co-ordinator and committee members sign in to the panel.</p>
      </Card>
      <Card level={3} title="I am a parent or carer" href={doors.parents}>
        <p>You need no account: your page opens by the link in our email. Here is what to do without it.</p>
      </Card>
    </CardGrid>
    {(doors.refer !== undefined || doors.apply !== undefined) && (
      <CardGrid>
        {doors.refer !== undefined && (
          <Card level={3} title="I want to refer a child" href={doors.refer}>
            <p>
              For schools, social workers, family support workers, club leaders and parents. You can save it and come
              back.
            </p>
          </Card>
        )}
        {doors.apply !== undefined && (
          <Card level={3} title="I want to become a volunteer" href={doors.apply}>
            <p>Tell us about yourself. We meet everybody who applies, and we train you.</p>
          </Card>
        )}
      </CardGrid>
    )}
  </Page>
)
