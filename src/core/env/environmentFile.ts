import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/**
 * Adds the variables of a `.env` file to `process.env`, where the file exists; a variable that is already set wins.
 * Throws one sentence when the file is there and cannot be read.
 */
export const loadEnvironmentFile = ({ path }: { path: string }): void => {
  for (const [name, value] of Object.entries(parseEnv(textOf(path)))) process.env[name] ??= value
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new Error(`The settings file ${path} cannot be read: check that it is a file this programme may read.`, {
      cause: problem,
    })
  }
}
