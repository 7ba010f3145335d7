import type { Blocker } from '../actions/actionForPerson.ts'
import { Blockers } from '../actions/Blockers.tsx'

/** What stands in the way of a row: one thing is said at once, several are folded under how many they are. */
export const Missing = ({ title, blockers }: { title: string; blockers: readonly Blocker[] }) =>
  blockers.length < 2 ? (
    <Blockers title={title} blockers={blockers} />
  ) : (
    <details className="missing">
      <summary>{`${title}: ${blockers.length} things`}</summary>
      <Blockers title={title} blockers={blockers} />
    </details>
  )
