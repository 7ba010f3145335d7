import type { Actor } from '../../core/access/actor.ts'
import { isCaseworker, volunteerIdOf } from '../../programme/people/roles.ts'

/** The way to report a worry, at the head of every page, for those who have one in the portal. */
export const WorryLink = ({ actor }: { actor: Actor }) =>
  isCaseworker(actor) || volunteerIdOf(actor) !== undefined ? (
    <a className="worry-link" href="/portal/worry">
      <span>
        <span className="worry-link__verb">Report a </span>worry
      </span>
    </a>
  ) : null
