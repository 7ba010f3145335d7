/**
 * Payload's lists put their filter into the address with an empty state before Next looks after it. The page then has no
 * way back: Back changes the address and leaves what was opened on the screen. Whoever gives no state keeps the one that
 * there is.
 */
export const keepHistoryState = (history: Pick<History, 'state' | 'replaceState'>): void => {
  const replace = history.replaceState.bind(history)
  history.replaceState = (state: unknown, unused: string, url?: string | URL | null): void =>
    replace(state ?? history.state, unused, url)
}
