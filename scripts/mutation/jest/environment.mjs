// Jest's environment of Node, which either notes which test ran which functions, or ends the process with the first
// failure.
import { writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { TestEnvironment } from 'jest-environment-node'
import { plan } from './plan.mjs'

export default class MutationEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.testFile = context.testPath
    this.isOver = false
    this.startedAt = performance.now()
    this.tests = []
    this.started = 0
    this.reachedOutside = new Set()
    this.reachedNow = this.reachedOutside
  }

  async setup() {
    await super.setup()
    // Node's own globals and not the environment's: the tests and the product are loaded by Node
    // (test/support/testRunner.mjs).
    if (plan.reached === undefined) process.env.JEST_WORKER_ID = plan.worker
    else globalThis.__reached = (place) => this.reachedNow.add(place)
  }

  async teardown() {
    this.isOver = true
    if (plan.reached !== undefined) {
      const name = createHash('sha1').update(this.testFile).digest('hex')
      writeFileSync(
        join(plan.reached, `${name}.json`),
        JSON.stringify({ testFile: this.testFile, outside: [...this.reachedOutside], tests: this.tests }),
      )
    }
    await super.teardown()
  }

  /** Jest's circus outlives a file here, and goes on telling the environments of the files before. */
  handleTestEvent(event) {
    if (this.isOver) return
    if (event.name === 'run_start') this.forget()
    else if (event.name === 'test_start') this.begin(event.test)
    else if (event.name === 'test_done') this.end(event.test)
    else if (event.name === 'hook_failure')
      this.fail(
        nameOf(event.test) ?? `before or after the tests of ${event.describeBlock?.name ?? 'the file'}`,
        event.error,
      )
    else if (event.name === 'test_fn_failure') this.fail(nameOf(event.test), event.error)
  }

  /**
   * What runs while the product is loaded runs once a process, whichever file comes first: that says nothing of this
   * file.
   */
  forget() {
    this.reachedOutside.clear()
  }

  begin(test) {
    this.started += 1
    const last = plan.lastTests?.[this.testFile]
    if (last !== undefined && this.started > last) test.mode = 'skip'
    this.reachedNow = new Set()
  }

  end(test) {
    if (test.errors.length > 0) this.fail(nameOf(test), test.errors[0])
    this.tests.push({
      name: nameOf(test),
      reached: [...this.reachedNow],
      doneAfter: Math.round(performance.now() - this.startedAt),
      failed: test.errors.length > 0,
    })
    this.reachedNow = this.reachedOutside
  }

  fail(test, error) {
    if (plan.outcome === undefined) return
    writeFileSync(plan.outcome, JSON.stringify({ testFile: this.testFile, test, message: messageOf(error) }))
    process.exit(1)
  }
}

const nameOf = (test) => {
  if (!test) return undefined
  const names = []
  for (let at = test; at && at.name !== 'ROOT_DESCRIBE_BLOCK'; at = at.parent) names.unshift(at.name)
  return names.join(' › ')
}

const messageOf = (error) => {
  const [first] = Array.isArray(error) ? error : [error]
  return stripVTControlCharacters(String(first?.message ?? first)).slice(0, 300)
}
