import { execFile } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A Chromium to start: its file, the variables it needs, and where it came from. */
export type Chromium = { executablePath: string; environment: Record<string, string>; origin: 'system' | 'package' }

/**
 * The machine's own Chromium if there is one (CHROMIUM_PATH, or one of the usual places), else the one inside the npm
 * package
 * @sparticuz/chromium, unpacked once a person and machine (200 MB in the folder for temporary files, 2 seconds).
 *   CHROMIUM_PATH=package
 * asks for the latter. Throws when CHROMIUM_PATH names a file that cannot be run.
 */
export const findChromium = async (): Promise<Chromium> => {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '' && named !== 'package') {
    if (!(await isExecutable(named))) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`)
    return { executablePath: named, environment: {}, origin: 'system' }
  }
  if (named !== 'package') {
    for (const executablePath of usualPlaces) {
      if (await isExecutable(executablePath)) return { executablePath, environment: {}, origin: 'system' }
    }
  }
  return await unpackedChromium()
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

const isExecutable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const unpackedChromium = async (): Promise<Chromium> => {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `mentoring-chromium-${version}-${process.getuid?.() ?? 'all'}`)
  if (!(await isExecutable(join(folder, 'chromium')))) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
    origin: 'package',
  }
}

/**
 * Unpacks beside the folder and renames at the end, so that a run that was killed half-way, or two runs at once, never
 * leave half a browser behind. In a process of its own, because the package changes LD_LIBRARY_PATH and reads TMPDIR of
 * whoever imports it, and because only this variable of Amazon's makes it unpack the libraries that a bare machine
 * lacks.
 */
const unpackInto = async (folder: string): Promise<void> => {
  const staging = await mkdtemp(`${folder}-`)
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    {
      cwd: repositoryRoot,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    },
  )
  await mkdir(join(staging, 'font-cache'))
  await writeFile(join(staging, 'fonts', 'fonts.conf'), fontSettings(folder))
  try {
    await rename(staging, folder)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    // Somebody else was faster; what they unpacked is the same.
    if (!(await isExecutable(join(folder, 'chromium')))) throw error
  }
}

const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))
const packageFolder = join(repositoryRoot, 'node_modules', '@sparticuz', 'chromium')
