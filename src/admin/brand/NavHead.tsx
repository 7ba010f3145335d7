import type { Payload } from 'payload'
import { Logo } from './Logo.tsx'

/** The head of the panel's menu: whose panel it is, and the way to Today. */
export const NavHead = ({ payload }: { payload: Payload }) => (
  <div className="nav-head">
    <Logo payload={payload} />
    <a href="/admin">Today</a>
  </div>
)
