// What this process of jest was told.
import { readFileSync } from 'node:fs'
import { planVariable } from './planFile.mjs'

/** @type {import('./planFile.mjs').Plan} */
export const plan = JSON.parse(readFileSync(process.env[planVariable] ?? '', 'utf8'))
