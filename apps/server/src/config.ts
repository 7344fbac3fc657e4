import path from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
  .transform((value) => value === '1' || value === 'true')
const count = (least: number, most: number, word: string) =>
  z.coerce
    .number({ error: `must be a number (${word})` })
    .int(`must be a whole number (${word})`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

/** Settings by environment variable. Each wrong one is named at start with what it should be. */
const Environment = z.object({
  PORT: count(0, 65535, 'a port').default(8080),
  HOST: z.string().min(1, 'must be an address to listen on').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'must be a folder').default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// (leave it out for the embedded database)')
    .optional(),
  DEMO: z.union([z.literal('auto'), flag], { error: 'must be 1, 0 or auto' }).default(false),
  TRUSTED_PROXY: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
          error: 'must be addresses or networks, parted by commas',
        }),
      ),
    )
    .default([]),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, error, warn, info or debug' })
    .default('warn'),
  SECOND_FACTOR: z.enum(['required', 'optional'], { error: 'must be required or optional' }).optional(),
  ORPHANED_FILE_DAYS: count(1, 3650, 'days').default(7),
  SESSION_IDLE_MINUTES: count(1, 24 * 60, 'minutes').default(30),
  SESSION_HOURS: count(1, 24 * 30, 'hours').default(12),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** `auto`: a demo where nothing has ever been there. */
  readonly demo: boolean | 'auto'
  readonly trustedProxies: readonly string[]
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Of administrative roles; undefined: required, save in a demo. */
  readonly secondFactor: 'required' | 'optional' | undefined
  /** How long content stays on disk that no row names. */
  readonly orphanGraceMs: number
  readonly sessionIdleMs: number
  readonly sessionAbsoluteMs: number
}

export class ConfigError extends Error {}

/** Reads the settings; throws one ConfigError that names every wrong one. An empty variable counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`)
    throw new ConfigError([...new Set(lines)].join('\n'))
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: path.resolve(folder, data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    demo: data.DEMO,
    trustedProxies: data.TRUSTED_PROXY,
    logLevel: data.LOG_LEVEL,
    secondFactor: data.SECOND_FACTOR,
    orphanGraceMs: data.ORPHANED_FILE_DAYS * 24 * 3_600_000,
    sessionIdleMs: data.SESSION_IDLE_MINUTES * 60_000,
    sessionAbsoluteMs: data.SESSION_HOURS * 3_600_000,
  }
}
