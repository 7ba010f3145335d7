import type { ReactElement, ReactNode } from 'react'

/** One step of something that takes time. */
export type TrackStep = { title: string; state: 'done' | 'now' | 'to come'; detail?: ReactNode }

/** How far something has come: a referral, a claim, what is needed before a match can start. `label` names it. */
export const Track = ({ steps, label }: { steps: readonly TrackStep[]; label: string }): ReactElement => (
  <ol className="track" aria-label={label}>
    {steps.map(({ title, state, detail }) => (
      <li
        key={title}
        className={`track__step track__step--${state.replace(' ', '-')}`}
        aria-current={state === 'now' ? 'step' : undefined}
      >
        <span className="track__title">
          {title}
          <span className="visually-hidden"> ({STATES[state]})</span>
        </span>
        {detail !== undefined && <div className="track__detail">{detail}</div>}
      </li>
    ))}
  </ol>
)

const STATES = { done: 'done', now: 'happening now', 'to come': 'still to come' } as const
