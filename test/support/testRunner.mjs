// Runs a test file for jest (its setting `testRunner`). jest-circus does the work, as it does without this; but what it
// loads are the plain files that test/run.ts has compiled, loaded by Node itself. Jest's own way is to load each module
// anew for each file, the packages' too, which was most of what such a file cost. So the product and the packages are
// loaded once a worker; the test file and all that it uses of test/ are loaded for it alone. Plain JavaScript, because
// jest loads it.
import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const { default: circus } = require('jest-circus/runner')

/**
 * Where Payload keeps the instance of a process: here one for each test file, so that a test which ran out of time and
 * goes on in the background cannot give the next file its own.
 */
class PayloadOfEachFile extends Map {
  get(key) {
    return super.get(`${fileOf.getStore()} ${key}`)
  }
  set(key, value) {
    return super.set(`${fileOf.getStore()} ${key}`, value)
  }
}
const fileOf = new AsyncLocalStorage()
globalThis._payload ??= new PayloadOfEachFile()

// Nothing is awaited here: in the stack of a test that failed, this file would then stand where the test should.
export default function runTestFile(globalConfig, projectConfig, environment, runtime, testPath, sendMessageToJest) {
  const folder = process.env.TEST_COMPILED
  if (!folder)
    return Promise.reject(
      new Error('This test was not compiled: start it with `npm test -- <path>` and not with jest itself.'),
    )
  const file = relative(projectConfig.rootDir, testPath)
  const before = { environment: { ...process.env }, console: globalThis.console, processor: process.cpuUsage() }
  const note = { file, loading: 0, parts: {} }
  globalThis.console = environment.global.console
  globalThis[Symbol.for('times of the test file')] = note.parts
  globalThis._payload.clear()
  const loading = {
    requireInternalModule: (path) => loadedAnew(path),
    setGlobalsForRuntime: (globals) => {
      globalThis[Symbol.for('jest of the test file')] = globals
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: () => {
      const startedAt = performance.now()
      return import(pathToFileURL(join(folder, file).replace(/\.tsx?$/, '.js')).href).finally(() => {
        note.loading = performance.now() - startedAt
      })
    },
  }
  const run = () =>
    circus(
      globalConfig,
      projectConfig,
      environment,
      Object.assign(Object.create(runtime), loading),
      testPath,
      sendMessageToJest,
    )
  return fileOf.run(file, run).finally(() => {
    globalThis.console = before.console
    for (const name of Object.keys(process.env)) if (!(name in before.environment)) delete process.env[name]
    Object.assign(process.env, before.environment)
    const { user, system } = process.cpuUsage(before.processor)
    appendFileSync(join(folder, 'notes.jsonl'), `${JSON.stringify({ ...note, processor: (user + system) / 1000 })}\n`)
  })
}

/** Circus keeps the tests that a file declares in its module. */
function loadedAnew(path) {
  delete require.cache[path]
  return require(path)
}
