import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, Result, RunOptions } from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'

/** One element that breaks one rule. */
export type AccessibilityProblem = { rule: string; impact: string; element: string; help: string; html: string }

/**
 * What axe finds wrong on a page by WCAG 2.0 to 2.2, levels A and AA, target-size included; the empty list when all is
 * well. The page's own security policy stays in force: axe is handed to the page by the debugger, in a world of its own
 * that shares the document and nothing else. Works without JavaScript too. `exclude` takes CSS selectors of parts that
 * are not ours. `coloursAlone` is for a page that was looked at whole already and differs in nothing else. `landmarks` asks
 * too whether everything stands in a landmark, and whether each is told from the others.
 */
export const axeProblems = async (
  page: Page,
  {
    exclude = [],
    coloursAlone = false,
    landmarks = false,
  }: { exclude?: readonly string[]; coloursAlone?: boolean; landmarks?: boolean } = {},
): Promise<AccessibilityProblem[]> => {
  await page.waitForLoadState('load')
  const debuggerSession = await page.context().newCDPSession(page)
  const scriptsRun = await page.evaluate(() => matchMedia('(scripting: enabled)').matches)
  try {
    if (!scriptsRun) await allowTimers(debuggerSession)
    const { frameTree } = await debuggerSession.send('Page.getFrameTree')
    const { executionContextId } = await debuggerSession.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'accessibility',
    })
    const evaluate = async (expression: string): Promise<unknown> => {
      const { result, exceptionDetails } = await debuggerSession.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails)
        throw new Error(`axe failed: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
      return result.value
    }
    await evaluate(`${await axeSource()}; undefined`)
    const context = JSON.stringify({ include: [['html']], exclude: exclude.map((selector) => [selector]) })
    const violations = (await evaluate(
      `axe.run(${context}, ${JSON.stringify(coloursAlone ? COLOURS : landmarks ? WITH_LANDMARKS : WHOLE)}).then((results) => results.violations)`,
    )) as AxeResults['violations']
    return violations.flatMap(problemsOf)
  } finally {
    if (!scriptsRun) await debuggerSession.send('Emulation.setScriptExecutionDisabled', { value: true })
    else await debuggerSession.detach()
  }
}

/**
 * The same in both schemes, light first: a page that changes its colours with the scheme, and nothing else. It is left
 * light.
 */
export const axeProblemsInBothSchemes = async (page: Page): Promise<AccessibilityProblem[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeProblems(page, { coloursAlone: true })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...(await axeProblems(page)), ...dark.map((problem) => ({ ...problem, rule: `${problem.rule}, dark` }))]
}

/**
 * Without JavaScript a page runs none of axe's timers either, so they are let run while axe looks. The page's own
 * scripts were passed over when it loaded and stay so. Off before on: a session that never switched them off is not
 * heard. This session must then stay, since leaving it would let the scripts of the next page run.
 */
const allowTimers = async (debuggerSession: CDPSession): Promise<void> => {
  await debuggerSession.send('Emulation.setScriptExecutionDisabled', { value: true })
  await debuggerSession.send('Emulation.setScriptExecutionDisabled', { value: false })
}

const problemsOf = (violation: Result): AccessibilityProblem[] =>
  violation.nodes.map((node) => ({
    rule: violation.id,
    impact: node.impact ?? violation.impact ?? 'unknown',
    element: node.target.join(' '),
    help: (node.failureSummary ?? violation.help).replace(/\s*\n\s*/g, ' '),
    html: node.html.slice(0, 200),
  }))

const WHOLE: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
}

const WITH_LANDMARKS: RunOptions = {
  ...WHOLE,
  rules: {
    ...WHOLE.rules,
    ...Object.fromEntries(
      [
        'region',
        'skip-link',
        'landmark-one-main',
        'landmark-unique',
        'landmark-main-is-top-level',
        'landmark-no-duplicate-main',
        'landmark-no-duplicate-banner',
        'page-has-heading-one',
      ].map((rule) => [rule, { enabled: true }]),
    ),
  },
}

const COLOURS: RunOptions = { ...WHOLE, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

const axeSource = (): Promise<string> => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
