/**
 * The panel shows a field that the software fills in only once it is filled in, and Payload calls a column with such a
 * condition
 * nullable. Ours stay `not null` in the database: they are filled in before anything is stored. So nothing changes here
 * but
 * the snapshot beside this file, against which the next migration is made.
 */
export async function up(): Promise<void> {
  await Promise.resolve()
}

export async function down(): Promise<void> {
  await Promise.resolve()
}
