/** The rows that can be seen, in order. */
export const placesOf = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('.queue__row')].filter((row) => row.offsetParent !== null)

/**
 * Where somebody goes on after they have done something to a row: the row after it, the one before where it was the last,
 * the row around it, or the head of the page. `isRead`: the row was read where it stands, so that the next one is opened
 * too.
 */
export const nextPlaceOf = (from: Element | null): { place: HTMLElement | null; isRead: boolean } => {
  const row = from?.closest<HTMLElement>('.queue__row') ?? null
  const beside = [row?.nextElementSibling, row?.previousElementSibling].find((one) => one?.matches('.queue__row'))
  return {
    place:
      (beside as HTMLElement | undefined) ??
      row?.parentElement?.closest<HTMLElement>('.queue__row') ??
      document.querySelector<HTMLElement>('#today h1'),
    isRead: row?.querySelector(':scope > .queue__deed > details.log[open]') !== null && row !== null,
  }
}
