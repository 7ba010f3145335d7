/** After how many months a parent is asked again [CON-5]. */
export const CONSENT_RENEWAL_MONTHS = 12
