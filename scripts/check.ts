// What neither the compiler, nor the lint rules, nor the tests look at: versions, generated files, migrations. Needs no
// database. Run it with `npx tsx --conditions=production scripts/check.ts` (without the condition Lexical sometimes
// never loads on Node 20); ends with 1 when something is to be mended, one sentence each.
import { fileURLToPath } from 'node:url'
import { staleFiles } from './checks/generatedFiles.ts'
import { missingStatements } from './checks/missingMigration.ts'
import { versionProblemsOf } from './checks/versions.ts'

const folder = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

const checks: { name: string; find: () => Promise<string[]> }[] = [
  { name: 'The versions are exact, matched and not under their floor', find: () => versionProblemsOf({ folder }) },
  { name: 'The generated files match the collections', find: () => staleFiles({ folder }) },
  {
    name: 'No migration is missing',
    find: async () => {
      const statements = await missingStatements({ folder })
      return statements.length === 0
        ? []
        : [
            `The collections need ${statements.length} statements that no migration holds: run npm run migrate:create.`,
            ...statements,
          ]
    },
  },
]

// While a module is being loaded through tsx, nothing of it keeps Node 20 alive; without this the process may end
// half-way.
setInterval(() => undefined, 1000)

let problems = 0
for (const { name, find } of checks) {
  const found = await find()
  console.log(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  for (const sentence of found) console.log(`     ${sentence}`)
  problems += found.length
}
// Payload keeps the process alive although it never connected.
process.exit(problems === 0 ? 0 : 1)
