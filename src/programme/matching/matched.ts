/**
 * The condition in SQL under which a match stands on a day: it has started, and its last day has not gone by. From then
 * on the child waits for nobody, though the first day may be still to come [ELG-7]. `match` is the name of the matches in
 * the statement, `on` SQL: a day as text.
 */
export const standsOn = ({ match, on }: { match: string; on: string }): string =>
  `${match}.status = 'active' and (${match}.ends_on is null or ${on} <= ${match}.ends_on)`
