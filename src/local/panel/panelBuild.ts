import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import type { Clock } from '../../core/clock/clock.ts'
import { diskFullSentence } from '../problem.ts'
import { identifyProcess, isStillRunning, type ProcessIdentity } from '../processIdentity.ts'
import { unlessMissing } from '../systemError.ts'
import { writeWhole } from '../writeWhole.ts'
import { forgetBuild, isCurrent, recordBuild } from './buildRecord.ts'
import { panelSources } from './panelSources.ts'

/** How far the panel is: for the page that people see at its address until it is ready. */
export type PanelState =
  | { stage: 'not-started' }
  | { stage: 'building'; since: Date; lastLine: string }
  | { stage: 'failed'; at: Date; sentence: string; lastLines: string[] }
  | { stage: 'ready' }

export type PanelBuild = {
  state: () => PanelState
  /**
   * Builds unless the build that is there is current; a second call while it builds waits for the same. Never throws.
   */
  build: () => Promise<PanelState>
  /** Ends a build that is under way. */
  stop: () => Promise<void>
}

/**
 * Builds the panel in a process of its own, of low priority, while the portal answers. What it says is passed on line
 * by line to `onProgress`, and at least every ten seconds how long it has been at it. `command` is Next's build unless
 * told.
 */
export const panelBuild = ({
  projectDirectory,
  dataDirectory,
  clock,
  onProgress,
  command = nextBuild(projectDirectory),
}: {
  projectDirectory: string
  dataDirectory: string
  clock: Clock
  onProgress: (line: string) => void
  command?: readonly [program: string, ...given: string[]]
}): PanelBuild => {
  const buildDirectory = join(projectDirectory, '.next')
  const noteOfBuilder = join(dataDirectory, 'panel-builder.json')
  let state: PanelState = { stage: 'not-started' }
  let underWay: Promise<PanelState> | undefined
  let builder: ChildProcess | undefined
  let stopped = false

  const buildNow = async (): Promise<PanelState> => {
    await endLeftBehind(noteOfBuilder)
    const sources = await panelSources({ projectDirectory })
    if (await isCurrent({ buildDirectory, sources })) return { stage: 'ready' }
    await forgetBuild({ buildDirectory })
    if (stopped) return { stage: 'not-started' }

    const since = clock.now()
    const lines: string[] = []
    state = { stage: 'building', since, lastLine: '' }
    builder = startBuilder({ projectDirectory, command })
    const ended = listen({
      builder,
      onLine: (line) => {
        lines.push(line)
        state = { stage: 'building', since, lastLine: line }
        onProgress(line)
      },
    })
    const tellTime = reportTime(onProgress)
    try {
      const [{ code, signal }] = await Promise.all([ended, noteBuilder({ builder, noteOfBuilder, dataDirectory })])
      if (code !== 0)
        return {
          stage: 'failed',
          at: clock.now(),
          sentence: explain({ lines, signal, stopped }),
          lastLines: lines.slice(-20),
        }
      await recordBuild({ buildDirectory, sources })
      return { stage: 'ready' }
    } finally {
      clearInterval(tellTime)
      await rm(noteOfBuilder, { force: true })
    }
  }

  return {
    state: () => state,
    build: () => {
      underWay ??= buildNow()
        .catch((error: unknown): PanelState => ({
          stage: 'failed',
          at: clock.now(),
          sentence: explain({ lines: [String(error)], signal: null, stopped }),
          lastLines: [String(error)],
        }))
        .then((outcome) => {
          underWay = undefined
          return (state = outcome)
        })
      return underWay
    },
    stop: async () => {
      stopped = true
      if (builder?.pid !== undefined && builder.exitCode === null && builder.signalCode === null)
        await endGroup(builder.pid)
      await underWay
    },
  }
}

const nextBuild = (projectDirectory: string): readonly [string, ...string[]] => [
  process.execPath,
  join(projectDirectory, 'node_modules', 'next', 'dist', 'bin', 'next'),
  'build',
]

const startBuilder = ({
  projectDirectory,
  command: [program, ...given],
}: {
  projectDirectory: string
  command: readonly [string, ...string[]]
}): ChildProcess => {
  const child = spawn(program, given, {
    cwd: projectDirectory,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Next builds in several processes; in a group of their own they can be ended together.
    detached: true,
  })
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  } catch {
    // Some systems do not let us; the build then competes with the portal, which still answers.
  }
  return child
}

const listen = async ({
  builder,
  onLine,
}: {
  builder: ChildProcess
  onLine: (line: string) => void
}): Promise<{ code: number | null; signal: string | null }> => {
  for (const stream of [builder.stdout, builder.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (text) => {
      const line = stripVTControlCharacters(text).trimEnd()
      if (line !== '') onLine(line)
    })
  }
  const [code, signal] = (await once(builder, 'close')) as [number | null, string | null]
  return { code, signal }
}

const reportTime = (onProgress: (line: string) => void): NodeJS.Timeout => {
  const began = performance.now()
  return setInterval(
    () => onProgress(`Building the panel: ${Math.round((performance.now() - began) / 1000)} seconds so far`),
    10_000,
  ).unref()
}

const explain = ({
  lines,
  signal,
  stopped,
}: {
  lines: readonly string[]
  signal: string | null
  stopped: boolean
}): string => {
  if (stopped) return 'The building of the panel was stopped with the program.'
  if (lines.some((line) => /ENOSPC|EDQUOT|No space left|StorageFull/i.test(line))) return diskFullSentence
  if (signal === 'SIGKILL')
    return 'The system ended the building of the panel, most likely for want of memory: it needs about 2 GB.'
  return 'The panel could not be built: its last lines say why.'
}

/** A builder outlives a kill -9 of the program; the next start must not build beside it. */
const noteBuilder = async ({
  builder,
  noteOfBuilder,
  dataDirectory,
}: {
  builder: ChildProcess
  noteOfBuilder: string
  dataDirectory: string
}): Promise<void> => {
  const identity = builder.pid === undefined ? undefined : await identifyProcess(builder.pid)
  if (!identity) return
  await mkdir(dataDirectory, { recursive: true })
  await writeWhole({ path: noteOfBuilder, content: JSON.stringify(identity) })
}

const endLeftBehind = async (noteOfBuilder: string): Promise<void> => {
  const note = await unlessMissing(readFile(noteOfBuilder, 'utf8'))
  if (note === undefined) return
  const identity = JSON.parse(note) as ProcessIdentity
  if (await isStillRunning(identity)) await endGroup(identity.pid)
  await rm(noteOfBuilder, { force: true })
}

/** Asks the whole group to end, and after three seconds no longer asks. */
const endGroup = async (leader: number): Promise<void> => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!signalGroup({ leader, signal })) return
    for (let waited = 0; waited < 3000; waited += 50) {
      if ((await identifyProcess(leader)) === undefined) break
      await pause(50)
    }
  }
}

const signalGroup = ({ leader, signal }: { leader: number; signal: NodeJS.Signals }): boolean => {
  try {
    return process.kill(process.platform === 'win32' ? leader : -leader, signal)
  } catch {
    return false
  }
}
