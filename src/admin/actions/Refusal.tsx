'use client'

import type { Answer } from './sendAction.ts'

type RefusalProps = { answer: Extract<Answer, { done: false }>; onShowAgain: () => void }

/**
 * Why something was not done, beside the button that asked for it. An outdated page offers to show the record as it is
 * now.
 */
export const Refusal = ({ answer, onShowAgain }: RefusalProps) => (
  <div className="refusal" role="alert">
    <p>
      {answer.sentence} {answer.rule ? <span className="rule-id">{answer.rule}</span> : null}
    </p>
    {answer.isOutdated ? (
      <button type="button" className="action action--quiet" onClick={onShowAgain}>
        Show the record as it is now
      </button>
    ) : null}
  </div>
)
