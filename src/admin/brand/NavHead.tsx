import type { Payload } from 'payload'
import type { PersonActor } from '../../core/access/actor.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { Logo } from './Logo.tsx'

/** The head of the panel's menu: whose panel it is, the way to Today, and for those who keep it to the working list. */
export const NavHead = ({ payload, user }: { payload: Payload; user?: { actor?: PersonActor } | null }) => (
  <div className="nav-head">
    <Logo payload={payload} />
    <a href="/admin">Today</a>
    {user?.actor && isCaseworker(user.actor) ? <a href="/admin/working-list">Working list</a> : null}
  </div>
)
