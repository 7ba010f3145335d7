import type { Blocker } from './actionForPerson.ts'

/** What still stands in the way of something, each with the id of its rule; nothing where nothing does. */
export const Blockers = ({ title, blockers }: { title: string; blockers: readonly Blocker[] }) =>
  blockers.length === 0 ? null : (
    <div className="blockers">
      <p className="blockers__title">{title}</p>
      <ul>
        {blockers.map(({ rule, reason, nextStep, href }) => (
          <li key={rule + reason}>
            {reason} {href === undefined ? nextStep : <a href={href}>{nextStep}</a>}{' '}
            <span className="rule-id">{rule}</span>
          </li>
        ))}
      </ul>
    </div>
  )
