import type { ReactElement, ReactNode } from 'react'
import { ButtonRow } from '../ButtonRow.tsx'
import { Heading } from '../Heading.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'

export type RefusalPageProps = {
  frame: PageFrame
  /** What a rule answered, in the words it answered with. */
  refusal: { rule: string; reason: string; nextStep: string }
  /** What was tried: "confirm this meeting". */
  attempt?: string
  back?: { href: string; text?: string }
  /** Buttons for the next step. */
  actions?: ReactNode
  /** What was typed, so that it can be copied. */
  children?: ReactNode
}

/** 409: a rule of the charity says no. The rule's id stands small, for a question to the committee. */
export const RefusalPage = ({ frame, refusal, attempt, back, actions, children }: RefusalPageProps): ReactElement => {
  const title = attempt === undefined ? 'This cannot be done yet' : `You cannot ${attempt} yet`
  return (
    <Page frame={frame} title={title} back={back}>
      <Heading>{title}</Heading>
      <Notice tone="warning" title={refusal.reason} />
      <Heading level={2}>What to do next</Heading>
      <p>{refusal.nextStep}</p>
      {actions !== undefined && <ButtonRow>{actions}</ButtonRow>}
      <p>Nothing was changed.</p>
      {children}
      <p className="small-print">Rule {refusal.rule}</p>
    </Page>
  )
}
