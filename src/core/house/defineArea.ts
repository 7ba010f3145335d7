import type { AccessRule, RecordKind } from '../access/defineCollection.ts'
import type { Answer } from './defineEvent.ts'
import type { AskedJob, Clearing, RecurringJob } from './defineJob.ts'
import type { AnyMessage } from './defineMessage.ts'
import type { FindsSomebody, Leading } from './leading.ts'
import type { AnyQueue } from './defineQueue.ts'
import type { Setting } from './defineSetting.ts'
import type { OfPerson } from './held.ts'
import type { MenuPage } from './menuPage.ts'
import type { SearchedKind } from '../search/everywhere.ts'
import type { About, Nature } from './nature.ts'
import type { PagePart } from './recordPage.ts'
import type { QuickLink } from './quickLinks.ts'

/** A table that stands beside the records and that no collection makes: kept by plain SQL, and still somebody's. */
export type TableKind<Told extends About = About> = { name: string } & Nature<Told>

/** That records of a lower area may be read by more people than it grants itself: those whom this rule names. */
type Opening = { records: RecordKind; to: AccessRule }

/**
 * Where an area's records stand among all records of the panel: the word of the menu, the place among what stands under
 * it (1 comes first), the records in order.
 */
type MenuPart = { under: string; place: number; records: readonly RecordKind[] }

/** What an area says of itself. What is derived from it stands nowhere else. */
export type AreaDeclaration<
  Records extends readonly RecordKind[],
  Tables extends readonly TableKind[],
  Queues extends Readonly<Record<string, AnyQueue>>,
  Messages extends Readonly<Record<string, AnyMessage & Leading>>,
> = {
  /** The name of its folder. */
  name: string
  records: Records
  tables?: Tables
  /** The kinds of events that happen in it and that higher areas answer. */
  tells?: ReadonlyArray<{ readonly eventName: string }>
  /** What it answers of lower areas, in the order in which it answers. */
  answers?: readonly Answer[]
  opens?: readonly Opening[]
  navigation?: readonly MenuPart[]
  /** What it says on the pages of its own records and of lower areas’. */
  pages?: readonly PagePart[]
  /** Its pages in the panel's menu. */
  menu?: readonly MenuPage[]
  /** What of it, and of lower areas, the search over everything looks through. */
  searched?: readonly SearchedKind[]
  /** What is often begun in it. */
  quickLinks?: readonly QuickLink[]
  /** What the charity sets about it. */
  settings?: readonly Setting[]
  /** What waits for people, by the name to which the panel ties how it looks. */
  queues?: Queues
  /** What is written to people, by the name to which its template is tied. */
  messages?: Messages
  /** Where to find those whom the outbox knows by a name of this area's: a guardian, say. */
  finds?: Readonly<Record<string, FindsSomebody>>
  /** What the worker does when somebody asked for it. */
  jobs?: readonly AskedJob[]
  /** What the worker does again and again. */
  recurring?: readonly RecurringJob[]
  clearsAway?: Clearing
} & PersonsPart<Records[number]['custom']['nature']['about'] | Tables[number]['about']>

/**
 * An area that keeps anything about anybody says what of it belongs to a person; one that does not has nothing to say.
 */
type PersonsPart<Told extends About> = [Told] extends ['nobody'] ? { ofPerson?: undefined } : { ofPerson: OfPerson }

/** An area whose own types are closed away: what the house is made of. */
export type Area = Omit<
  AreaDeclaration<
    readonly RecordKind[],
    readonly TableKind[],
    Readonly<Record<string, AnyQueue>>,
    Readonly<Record<string, AnyMessage & Leading>>
  >,
  'ofPerson'
> & { ofPerson?: OfPerson | undefined }

/** Declares an area. Gives it back as it was given, so that what is derived keeps its types. */
export const defineArea = <
  const Records extends readonly RecordKind[],
  const Tables extends readonly TableKind[] = readonly [],
  const Queues extends Readonly<Record<string, AnyQueue>> = Readonly<Record<never, never>>,
  const Messages extends Readonly<Record<string, AnyMessage & Leading>> = Readonly<Record<never, never>>,
>(
  declaration: AreaDeclaration<Records, Tables, Queues, Messages>,
): AreaDeclaration<Records, Tables, Queues, Messages> => declaration

/** A table beside the records. */
export const defineTable = <const Told extends About>(table: TableKind<Told>): TableKind<Told> => table
