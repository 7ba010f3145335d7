import { migrations } from '../../migrations/index.ts'

/** The names of all migrations that this version of the programme stands on. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name)
