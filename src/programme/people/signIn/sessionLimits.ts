/** After how long without a request a sign-in ends, in milliseconds: half an hour for those who can open the panel. */
export const PANEL_IDLE_MILLISECONDS = 30 * 60_000

/** The same for volunteers, who put the phone down in the middle of a log: four hours. */
export const PORTAL_IDLE_MILLISECONDS = 4 * 60 * 60_000

/** After how long every sign-in ends, whatever happens: twelve hours. */
export const LONGEST_SESSION_MILLISECONDS = 12 * 60 * 60_000

/** A session's last sight is written at most this often, so that reading pages stays cheap. */
export const SIGHT_WRITTEN_EVERY_MILLISECONDS = 60_000
