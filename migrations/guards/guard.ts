/** Something that the database itself holds, whatever the door, in SQL; and the way back. */
export type Guard = { up: string; down: string }

/** A condition that every row of a table meets. */
export const check = ({ table, name, holds }: { table: string; name: string; holds: string }): Guard => ({
  up: `alter table ${table} add constraint ${name} check (${holds});`,
  down: `alter table ${table} drop constraint ${name};`,
})

/** An index on `table (columns) …`; a unique one lets nothing stand there twice. */
export const index = ({ name, on, unique = false }: { name: string; on: string; unique?: boolean }): Guard => ({
  up: `create ${unique ? 'unique index' : 'index'} ${name} on ${on};`,
  down: `drop index ${name};`,
})

/** A table that no collection stands for. */
export const table = ({ name, holds }: { name: string; holds: string }): Guard => ({
  up: `create table ${name} (${holds});`,
  down: `drop table ${name};`,
})

/**
 * A function, named with its parameters. Everybody who comes to the database may call it, as PostgreSQL has it, unless
 * it is the application's or the owner's alone.
 */
export const routine = ({
  name,
  is,
  calledBy = 'everybody',
}: {
  name: string
  is: string
  calledBy?: 'everybody' | 'application' | 'owner'
}): Guard => ({
  up: [
    `create function ${name} ${is};`,
    ...(calledBy === 'everybody' ? [] : [`revoke all on function ${name} from public;`]),
    ...(calledBy === 'application' ? [`grant execute on function ${name} to mentoring_application;`] : []),
  ].join('\n'),
  down: `drop function ${name};`,
})

/** A trigger of a table: `fires` says when, `when` for which rows alone. */
export const trigger = ({
  name,
  table: on,
  fires,
  each = 'row',
  when,
  calls,
}: {
  name: string
  table: string
  fires: string
  each?: 'row' | 'statement'
  when?: string
  calls: string
}): Guard => ({
  up: `create trigger ${name} ${fires} on ${on} for each ${each} ${when === undefined ? '' : `when (${when})`} execute function ${calls};`,
  down: `drop trigger ${name} on ${on};`,
})

/** Rights on tables that the application does not have. On the way back it loses the others too, all at once. */
export const withheld = ({ rights, tables }: { rights: string; tables: readonly string[] }): Guard => ({
  up: `revoke ${rights} on ${tables.join(', ')} from mentoring_application;`,
  down: '',
})
