import { existsSync } from 'node:fs'

/**
 * Adds the variables of a `.env` file to `process.env`, where the file exists; a variable that is already set wins. Throws
 * one sentence when the file is there and cannot be read.
 */
export const loadEnvironmentFile = ({ path }: { path: string }): void => {
  if (!existsSync(path)) return
  try {
    process.loadEnvFile(path)
  } catch (problem) {
    throw new Error(`The settings file ${path} cannot be read: check that it is a file this programme may read.`, { cause: problem })
  }
}
