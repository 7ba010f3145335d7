/**
 * The environment variables handed to PostgreSQL's programs: what finding libraries and a temporary folder takes, and
 * no more, since ours hold secrets. Messages in English, because we read them.
 */
export const databaseEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  LC_ALL: 'C',
  ...Object.fromEntries(
    passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  ),
})

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot']
