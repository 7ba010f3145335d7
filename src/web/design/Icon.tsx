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
  | 'sun'
  | 'people'
  | 'heart'
  | 'purse'
  | 'paper'
  | 'chart'
  | 'settings'
  | 'search'

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
  sun: 'M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  people:
    'M8.500 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2 20c.5-4 3-6 6.500-6 1.500 0 2.800.4 3.800 1.100M17 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM12.500 20.500c.3-2.800 2-4 4.500-4s4.200 1.200 4.500 4',
  heart:
    'M12 20C6 15.500 3.500 12.500 3.500 9A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 8.500 2c0 3.500-2.500 6.500-8.500 11z',
  purse: 'M3.500 7.500h17v12h-17zM3.500 7.500l13-3.500v3.500M16 13.500h.01',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  chart: 'M4 4v16h16M8.500 16v-4M13 16V8M17.500 16v-6',
  settings:
    'M4 7h9M17 7h3M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM4 17h3M11 17h9M9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20.500 20.500',
}
