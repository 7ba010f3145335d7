import type { ReactElement } from 'react'
import { Heading } from '../Heading.tsx'
import { Notice } from '../Notice.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'
import { SummaryList } from '../SummaryList.tsx'

export type ProblemPageProps = {
  frame: PageFrame
  /**
   * What became of what was sent: `nothing-sent` for a page that was only looked at. Never claim more than is known.
   */
  stored: 'nothing-sent' | 'not-stored' | 'unknown'
  /** What was typed, by the label of its field, so that it can be copied. Never a password. */
  typed?: readonly { label: string; value: string }[]
  /** The request's id, for whoever looks into it. */
  reference?: string
  back?: { href: string; text?: string }
}

/** 500 and 503: our fault. Says what became of what was sent, and nothing of what is inside. */
export const ProblemPage = ({ frame, stored, typed = [], reference, back }: ProblemPageProps): ReactElement => {
  if (frame.words !== undefined)
    return (
      <Page frame={frame} title={frame.words.say('trouble.title')} back={back}>
        <Heading>{frame.words.say('trouble.title')}</Heading>
        <p>{frame.words.say('trouble.what')}</p>
      </Page>
    )
  const { title, words } = OUTCOMES[stored]
  return (
    <Page frame={frame} title={title} back={back}>
      <Heading>{title}</Heading>
      {stored === 'nothing-sent' ? <p>{words}</p> : <Notice tone="danger" title={words} announced />}
      {stored === 'unknown' && <p>You can safely send the same form again: it takes effect only once.</p>}
      {typed.length > 0 && (
        <>
          <Heading level={2}>What you typed</Heading>
          <p>Copy anything you want to keep.</p>
          <SummaryList
            rows={typed.map(({ label, value }) => ({
              term: label,
              value: value && <span className="as-typed">{value}</span>,
            }))}
          />
        </>
      )}
      <p>
        If you were reporting a worry, do not wait for this page: ring your committee contact. If a child is in danger
        now, ring <a href="tel:999">999</a>.
      </p>
      {reference !== undefined && <p className="small-print">Reference {reference}</p>}
    </Page>
  )
}

const OUTCOMES = {
  'nothing-sent': {
    title: 'Something went wrong on our side',
    words: 'We could not show this page. Please try again in a few minutes.',
  },
  'not-stored': {
    title: 'We could not store this',
    words: 'What you sent was not stored. Please go back and send it again in a few minutes.',
  },
  unknown: {
    title: 'We do not know whether this was stored',
    words: 'The connection to our records broke off at the last moment.',
  },
} as const
