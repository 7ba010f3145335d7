import type { ReactElement } from 'react'

/** The drawings there are. */
export type IconName =
  | 'tick'
  | 'information'
  | 'warning'
  | 'arrow'
  | 'back'
  | 'calendar'
  | 'clock'
  | 'place'
  | 'person'
  | 'phone'
  | 'message'
  | 'pen'
  | 'menu'

/** A small drawing beside words that say the same; screen readers pass it by. */
export const Icon = ({ name }: { name: IconName }): ReactElement => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={OUTLINES[name]} />
  </svg>
)

const OUTLINES: Record<IconName, string> = {
  tick: 'M5 12.500l4.5 4.500L19 7.5',
  information: 'M12 11v6M12 7v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  warning: 'M12 9v5M12 17.500v.01M12 3.5 21.5 20h-19z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8.5 3v5M15.5 3v5',
  clock: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  place:
    'M12 21c5-5.5 7-8.5 7-11.500a7 7 0 1 0-14 0c0 3 2 6 7 11.500zM12 11.800a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.500c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  phone:
    'M6 3.500h3l1.5 4.5-2 1.500c1 2.5 3 4.5 5.5 5.500l1.5-2 4.5 1.500v3c0 1.5-1 2.5-2.5 2.500C10.5 19.5 4.5 13 3.5 6 3.5 4.5 4.5 3.5 6 3.500z',
  message: 'M4 5h16v11H11l-5 4v-4H4z',
  pen: 'M4 20l1-4.500L16 4.500l3.5 3.500L8.5 19z',
  menu: 'M4 7h16M4 12h16M4 17h16',
}
