import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))
const textOf = (path: string): Promise<string> => readFile(join(repositoryRoot, path), 'utf8')

// Otherwise those packages choose their build by a dynamic import in the midst of the start, and under Node 20 one
// start in twenty never comes to an end: it exits with code 13 and says nothing.
test('every start of the programme names the production builds of the packages that have two', async () => {
  const { scripts } = JSON.parse(await textOf('package.json')) as { scripts: Record<string, string> }
  for (const name of ['start', 'serve', 'migrate'])
    expect(scripts[name]).toContain('node --conditions=production src/run.mjs')
  expect(await textOf('Dockerfile')).toContain('"--conditions=production", "src/run.mjs", "server"')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=production', '--input-type=module', '--eval', "console.log(import.meta.resolve('lexical'))"],
    { cwd: repositoryRoot, env: { ...process.env, NODE_OPTIONS: '' } },
  )
  expect(await readFile(fileURLToPath(stdout.trim()), 'utf8')).not.toMatch(/await[^\n]*import\(/)
})
