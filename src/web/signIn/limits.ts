import type { Limiter, RateLimits } from '../../core/http/rateLimits.ts'

/** How often a password may be guessed, by account and by client: one count, wherever the password is asked for. */
export const passwordLimits = (rateLimits: RateLimits): { perAccount: Limiter; perClient: Limiter } => ({
  perAccount: rateLimits.limiter({ name: 'sign-in-account', points: 10, seconds: 15 * 60 }),
  perClient: rateLimits.limiter({ name: 'sign-in-client', points: 60, seconds: 15 * 60 }),
})

/** Under which key tries at an account are counted. */
export const accountKey = (email: string): string => email.trim().toLowerCase()
