import type { IconName } from '../../web/design/Icon.tsx'

/** The drawing beside a word of the menu. */
export const iconOf = (word: string): IconName => ICONS[word] ?? 'arrow'

const ICONS: Readonly<Record<string, IconName>> = {
  Today: 'sun',
  Children: 'people',
  Volunteers: 'heart',
  Meetings: 'calendar',
  Money: 'purse',
  Worries: 'warning',
  Policies: 'paper',
  Reports: 'chart',
  Settings: 'settings',
}
