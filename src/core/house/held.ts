import type { Query } from '../database/query.ts'

/** One record, by its collection and its id. */
export type Held = { collection: string; id: string }

/** What an area holds about one person, who is known by the collection and the id of their own record. */
export type OfPerson = (given: { query: Query; person: Held }) => Promise<Held[]>
