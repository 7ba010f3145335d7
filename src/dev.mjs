// npm run dev: the local start, begun anew whenever a source changes, and the panel in Next's development mode, which makes
// what it shows anew by itself. Plain JavaScript, like run.mjs, which it runs.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const QUIET_MILLISECONDS = 300

let running
let waiting
let stopping = false

start()
for (const folder of ['src', 'emails', 'migrations'])
  watch(join(project, folder), { recursive: true }, (_event, name) => name && changed(join(folder, name)))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

function start() {
  running = spawn(
    process.execPath,
    ['--conditions=production', join(project, 'src/run.mjs'), 'start'],
    // A group of its own: Ctrl-C reaches it once, from here.
    { cwd: project, stdio: 'inherit', detached: true, env: { ...process.env, PANEL: 'development' } },
  )
  running.once('exit', (code) => {
    if (stopping) process.exit(code ?? 0)
    if (code) process.stdout.write('It stopped. It starts again as soon as something changes.\n')
    running = undefined
  })
}

/** What only the panel shows is Next's to reload; tests are nobody's. */
function changed(path) {
  if (!/\.(tsx?|css|js|mjs)$/.test(path) || /\.test\.tsx?$/.test(path) || /^src\/(admin|app)\//.test(path)) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    process.stdout.write(`${path} changed.\n`)
    if (!running) return start()
    running.removeAllListeners('exit')
    running.once('exit', start)
    running.kill('SIGTERM')
  }, QUIET_MILLISECONDS)
}

function stop() {
  stopping = true
  if (running) running.kill('SIGTERM')
  else process.exit(0)
}
