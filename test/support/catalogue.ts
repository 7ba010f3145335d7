import { withConnection } from '../../src/local/database/connection.ts'

/**
 * What stands in a database's public schema, a line each, in order: tables, columns, constraints, indexes, triggers,
 * functions, policies, types, sequences, what each role may do, and how many rows each table holds. The order of a
 * table's columns is left out. (The PostgreSQL of the tests comes without pg_dump.)
 */
export const catalogueOf = async ({ url }: { url: string }): Promise<string[]> =>
  await withConnection({
    url,
    work: async (client) => {
      const lines: string[] = []
      for (const [kind, statement] of Object.entries(PARTS))
        for (const { line } of (await client.query<{ line: string }>(statement)).rows) lines.push(`${kind} ${line}`)
      const { rows: tables } = await client.query<{ name: string }>(
        "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'payload_migrations' order by 1",
      )
      for (const { name } of tables) {
        const [counted] = (await client.query<{ rows: string }>(`select count(*) as rows from ${name}`)).rows
        lines.push(`rows ${name} ${counted?.rows}`)
      }
      return lines
    },
  })

const OURS = "'public'::regnamespace"

const PARTS = {
  schema: `select concat_ws(' ', nspname, nspacl) as line from pg_namespace where oid = ${OURS}`,
  givenAtOnce: `select concat_ws(' ', defaclrole::regrole, defaclobjtype, defaclacl) as line from pg_default_acl where defaclnamespace = ${OURS} order by 1`,
  relation: `select concat_ws(' ', relname, relkind, relowner::regrole, relrowsecurity, reloptions, coalesce(relacl, acldefault(case relkind when 'S' then 's'::"char" else 'r' end, relowner))) as line from pg_class where relnamespace = ${OURS} order by 1`,
  column: `
    select concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), attacl) as line
    from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = ${OURS} and relkind = 'r' and attnum > 0 and not attisdropped order by 1`,
  constraint: `select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line from pg_constraint where connamespace = ${OURS} order by 1`,
  index: "select indexdef as line from pg_indexes where schemaname = 'public' order by 1",
  trigger: `
    select concat_ws(' ', tgenabled, pg_get_triggerdef(pg_trigger.oid)) as line from pg_trigger join pg_class on pg_class.oid = tgrelid
    where relnamespace = ${OURS} and not tgisinternal order by 1`,
  function: `select concat_ws(' ', proowner::regrole, coalesce(proacl, acldefault('f', proowner)), pg_get_functiondef(oid)) as line from pg_proc where pronamespace = ${OURS} order by 1`,
  policy: "select p::text as line from pg_policies p where schemaname = 'public' order by 1",
  type: `
    select concat_ws(' ', typname, typacl, (select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum where enumtypid = pg_type.oid)) as line
    from pg_type where typnamespace = ${OURS} order by 1`,
  sequence:
    "select s::text as line from (select sequencename, data_type, start_value, increment_by from pg_sequences where schemaname = 'public') s order by 1",
}
