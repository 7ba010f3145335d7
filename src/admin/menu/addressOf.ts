/** The address of a page of the panel, from what stands behind /admin in it. */
export const addressOf = (params: { segments?: readonly string[] } | undefined): string =>
  ['/admin', ...(params?.segments ?? [])].join('/')
