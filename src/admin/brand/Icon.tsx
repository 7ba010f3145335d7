import { Mark } from '../../web/design/Mark.tsx'

/** The mark that leads to Today, at the head of every page. Its link is named by the words beside it. */
export const Icon = () => (
  <span className="brand-icon">
    <Mark />
    <span className="visually-hidden">Today</span>
  </span>
)
