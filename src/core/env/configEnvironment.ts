/**
 * What Payload's configuration needs of the environment, also while the panel is being built, when there is neither
 * secret nor database.
 */
export const configEnvironment = (): {
  databaseUrl: string
  payloadSecret: string
  publicUrl: string
  connections: number
  logLevel: string
  /** Whether this is a real deployment; a local start says nothing of it. */
  isDeployed: boolean
} => ({
  databaseUrl: process.env.DATABASE_URL ?? '',
  payloadSecret: process.env.PAYLOAD_SECRET ?? 'only for building the panel',
  publicUrl: process.env.PUBLIC_URL ?? 'http://localhost:3000',
  isDeployed: process.env.APP_MODE === 'production',
  logLevel: process.env.LOG_LEVEL ?? 'warn',
  connections: Number(process.env.DATABASE_CONNECTIONS ?? 10),
})
