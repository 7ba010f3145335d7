import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, lstatSync } from 'node:fs'
import { appendFile, cp, mkdir, readlink, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder that stands for a container's root: the machine's own programs lie in it, and besides nothing but what was
 * put there.
 */
export type Container = { root: string; workingDirectory: string; environment: Record<string, string> }

/** Makes the folders of a container's root. Its programs are laid in when something runs. */
export const makeRoot = async (root: string): Promise<void> => {
  for (const folder of ['tmp', 'proc', 'dev', 'root', 'home/node', ...OF_THE_MACHINE.filter((name) => !isLink(name))])
    await mkdir(join(root, folder), { recursive: true })
  for (const name of OF_THE_MACHINE.filter(isLink))
    if (!existsSync(join(root, name))) await symlink(await readlink(`/${name}`), join(root, name))
  await cp('/etc', join(root, 'etc'), { recursive: true, verbatimSymlinks: true })
  await appendFile(join(root, 'etc/passwd'), `node:x:${NODE_USER}:${NODE_USER}::/home/node:/bin/sh\n`)
  await appendFile(join(root, 'etc/group'), `node:x:${NODE_USER}:\n`)
  // Which registry npm asks is the machine's affair and not the image's.
  if (existsSync(join(homedir(), '.npmrc'))) await cp(join(homedir(), '.npmrc'), join(root, 'root/.npmrc'))
}

/**
 * Starts a command in a container, in mounts of its own: as root, or as an ordinary user without any of root's rights;
 * with a root that can be written to, or (as docker-compose.yml has it) with `/tmp` and `volumes` alone. The network is
 * the machine's.
 */
export const startIn = ({
  container,
  command,
  user = 'root',
  isReadOnly = false,
  volumes = [],
  environment = {},
  output = 'pipe',
}: {
  container: Container
  command: readonly string[]
  user?: 'root' | 'node'
  isReadOnly?: boolean
  volumes?: readonly string[]
  environment?: Record<string, string>
  output?: 'pipe' | 'inherit'
}): ChildProcess => {
  const { root, workingDirectory } = container
  const mounts = [
    `mount --bind '${root}' '${root}'`,
    ...(isReadOnly
      ? [
          ...volumes.map((folder) => `mount --bind '${root}${folder}' '${root}${folder}'`),
          `mount -o remount,bind,ro '${root}'`,
        ]
      : []),
    ...OF_THE_MACHINE.filter((name) => !isLink(name)).map((name) => `mount --rbind /${name} '${root}/${name}'`),
    `mount --rbind /proc '${root}/proc'`,
    `mount --rbind /dev '${root}/dev'`,
    `mount -t tmpfs -o mode=1777 tmpfs '${root}/tmp'`,
  ]
  // Only root may change the root; its rights go in the step after that.
  const asWhom =
    user === 'node'
      ? `/usr/bin/setpriv --reuid=${NODE_USER} --regid=${NODE_USER} --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs --`
      : ''
  const script = `${mounts.join(' && ')} && exec /usr/sbin/chroot '${root}' ${asWhom} /bin/sh -c 'cd "$0" && exec "$@"' '${workingDirectory}' "$@"`
  return spawn('unshare', ['--mount', '/bin/sh', '-c', script, 'container', ...command], {
    env: {
      ...ofTheNetwork(),
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: user === 'node' ? '/home/node' : '/root',
      ...container.environment,
      ...environment,
    } as Record<string, string> as NodeJS.ProcessEnv,
    stdio: ['ignore', output, output],
  })
}

/** Waits until a command has ended. Throws an error with what it printed last when it did not end well. */
export const finished = (process: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let printed = ''
    for (const stream of [process.stdout, process.stderr])
      stream?.on('data', (text: Buffer) => (printed = `${printed}${text.toString()}`.slice(-4_000)))
    process.once('error', reject)
    process.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`It ended with ${signal ?? code}.\n${printed}`)),
    )
  })

/** The number of the account “node” in the official images. */
export const NODE_USER = 1000

/** What a command must know of the machine's network, as an engine would tell it. */
const ofTheNetwork = (): Record<string, string> =>
  Object.fromEntries(
    ['NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  )

const OF_THE_MACHINE = ['usr', 'bin', 'sbin', 'lib', 'lib64'].filter((name) => existsSync(`/${name}`))

function isLink(name: string): boolean {
  return lstatSync(`/${name}`).isSymbolicLink()
}
