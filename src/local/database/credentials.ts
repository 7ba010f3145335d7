import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from '../systemError.ts'
import { writeWhole } from '../writeWhole.ts'

/** What has to be remembered between two starts: where the cluster is, its port, and three passwords. */
export type Credentials = {
  home: string
  port: number
  superuserPassword: string
  ownerPassword: string
  webPassword: string
}

/** What the data folder remembers, or undefined when nothing was started from it yet. */
export const readCredentials = async ({
  dataDirectory,
}: {
  dataDirectory: string
}): Promise<Credentials | undefined> => {
  const content = await unlessMissing(readFile(fileIn(dataDirectory), 'utf8'))
  return content === undefined ? undefined : (JSON.parse(content) as Credentials)
}

/** Remembers it in a file that only its owner may read. */
export const writeCredentials = ({
  dataDirectory,
  credentials,
}: {
  dataDirectory: string
  credentials: Credentials
}): Promise<void> => writeWhole({ path: fileIn(dataDirectory), content: `${JSON.stringify(credentials, null, 2)}\n` })

/** Passwords nobody has to type. */
export const inventPasswords = (): Pick<Credentials, 'superuserPassword' | 'ownerPassword' | 'webPassword'> => ({
  superuserPassword: randomBytes(24).toString('base64url'),
  ownerPassword: randomBytes(24).toString('base64url'),
  webPassword: randomBytes(24).toString('base64url'),
})

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'database.json')
