import type { Query } from '../database/query.ts'
import type { FinalTable } from '../house/finalTables.ts'

/**
 * Refuses a database whose promises the programme could not keep: a role that could rewrite the audit, or settings that
 * lose what was acknowledged. Asked on the application's own connection before a production start. Throws one error
 * that lists every fault, one sentence each. `finalTables` are those whose records the database itself must keep as
 * they are, against the application and against everybody.
 */
export const checkDatabaseIsSafe = async ({
  query,
  finalTables = [],
}: {
  query: Query
  finalTables?: readonly FinalTable[]
}): Promise<void> => {
  const [found] = await query<Facts>(factsOfThisConnection)
  if (!found) throw new Error('The database did not say how it is set up, so the programme does not start.')
  const unsafe =
    finalTables.length === 0
      ? []
      : await query<{ name: string; guarded: boolean; rights: string }>(unsafeTables, [
          finalTables.map(({ name }) => name),
          finalTables.map(({ final }) => final),
        ])
  const sentences = [
    ...faults.filter(({ isFound }) => isFound(found)).map(({ sentence }) => sentence),
    ...unsafe
      .filter(({ guarded }) => !guarded)
      .map(
        ({ name }) =>
          `Nothing in the database keeps ${name} from being changed: its triggers are gone or switched off. Switch them on as the owner, or restore a backup.`,
      ),
    ...unsafe
      .filter(({ rights }) => rights !== '')
      .map(
        ({ name, rights }) =>
          `The role in DATABASE_URL may ${rights} ${name}, whose records are final: take that right from it as the owner.`,
      ),
  ]
  if (sentences.length === 0) return
  throw new Error(['The database is not safe to run on:', ...sentences.map((sentence) => `- ${sentence}`)].join('\n'))
}

/**
 * Those of the tables without a trigger in force that looks at each change and removal (bits 8 and 16 of a trigger's
 * kind), or on which this role may do what nobody may: change and remove where every record is final, empty the whole
 * in any case.
 */
const unsafeTables = `
  select * from (
    select given.name,
      exists (select from pg_trigger where tgrelid = to_regclass('public.' || given.name) and not tgisinternal and tgenabled in ('O', 'A') and tgtype & 24 = 24) as guarded,
      (select coalesce(string_agg(lower(named), ', ' order by named), '') from unnest(case when given.final = 'once-stored' then array['DELETE', 'TRUNCATE', 'UPDATE'] else array['TRUNCATE'] end) as named
       where to_regclass('public.' || given.name) is not null and has_table_privilege(to_regclass('public.' || given.name), named)) as rights
    from unnest($1::text[], $2::text[]) as given(name, final)
  ) looked where not guarded or rights <> '' order by name`

type Facts = {
  is_superuser: boolean
  bypasses_row_security: boolean
  makes_roles: boolean
  owns_tables: boolean
  owns_schema: boolean
  owns_database: boolean
  fsync: string
  full_page_writes: string
  synchronous_commit: string
}

/** A role also counts as owner when it may act for the owner, because it could then do all that the owner can. */
const factsOfThisConnection = `
  select
    exists (select from pg_roles where rolsuper and pg_has_role(current_user, oid, 'member')) as is_superuser,
    exists (select from pg_roles where rolbypassrls and pg_has_role(current_user, oid, 'member')) as bypasses_row_security,
    exists (select from pg_roles where rolcreaterole and pg_has_role(current_user, oid, 'member')) as makes_roles,
    exists (
      select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm', 'S') and nspname !~ '^pg_' and nspname <> 'information_schema'
        and pg_has_role(current_user, relowner, 'member')
    ) as owns_tables,
    exists (
      select from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' and pg_has_role(current_user, nspowner, 'member')
    ) as owns_schema,
    exists (select from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'member')) as owns_database,
    current_setting('fsync') as fsync,
    current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit
`

const faults: ReadonlyArray<{ isFound: (facts: Facts) => boolean; sentence: string }> = [
  {
    isFound: ({ is_superuser }) => is_superuser,
    sentence: 'DATABASE_URL signs in as a superuser, who could rewrite the audit: use a role that owns nothing.',
  },
  {
    isFound: (facts) => !facts.is_superuser && facts.bypasses_row_security,
    sentence: 'The role in DATABASE_URL may pass over row security: take BYPASSRLS from it.',
  },
  {
    isFound: (facts) => !facts.is_superuser && facts.makes_roles,
    sentence: 'The role in DATABASE_URL may make other roles: take CREATEROLE from it.',
  },
  {
    isFound: (facts) => !facts.is_superuser && facts.owns_tables,
    sentence:
      "The role in DATABASE_URL owns tables, so it could lift their protection: let DATABASE_OWNER_URL's role own them.",
  },
  {
    isFound: (facts) => !facts.is_superuser && facts.owns_schema,
    sentence:
      "The role in DATABASE_URL owns a schema, so it could drop what is in it: let DATABASE_OWNER_URL's role own it.",
  },
  {
    isFound: (facts) => !facts.is_superuser && facts.owns_database,
    sentence: "The role in DATABASE_URL owns the database: let DATABASE_OWNER_URL's role own it.",
  },
  {
    isFound: ({ fsync }) => fsync === 'off',
    sentence: 'PostgreSQL runs with fsync=off, so a power cut could lose everything: set fsync=on.',
  },
  {
    isFound: ({ full_page_writes }) => full_page_writes === 'off',
    sentence: 'PostgreSQL runs with full_page_writes=off, so a crash could spoil pages: set full_page_writes=on.',
  },
  {
    isFound: ({ synchronous_commit }) => synchronous_commit === 'off',
    sentence:
      'PostgreSQL runs with synchronous_commit=off, so a crash could lose what people were told is saved: set synchronous_commit=on.',
  },
]
