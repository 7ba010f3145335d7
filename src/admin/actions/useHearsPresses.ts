import { useSyncExternalStore } from 'react'

/**
 * Whether a press of a button is heard: not on the page as the server sent it, before its scripts run. On a slow machine
 * that takes a while, and a button that looks ready and does nothing is worse than one that is not ready yet.
 */
export const useHearsPresses = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )

const neverChanges = () => () => undefined
