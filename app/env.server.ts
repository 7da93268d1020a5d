import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// React is several times slower unless it is told; the build is imported after this.
const shell: Record<string, string | undefined> = process.env;
shell['NODE_ENV'] ??= 'production';

const secret = z
  .string()
  .min(32, 'needs at least 32 characters')
  .refine((value) => new Set(value).size >= 12, 'is too simple: use a random value');

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  MIGRATION_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  APP_SECRET: secret.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  SMTP_FROM: z.string().default('Attune <no-reply@localhost>'),
  TRANSLATION_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSLATION_MODEL: z.string().min(1).optional(),
  TRANSLATION_KEY: z.string().min(1).optional(),
  METRICS_TOKEN: secret.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Environment = {
  port: number;
  dataDir: string;
  databaseUrl: string | null;
  migrationDatabaseUrl: string | null;
  databaseConnections: number;
  publicUrl: string;
  /** Decides whether cookies are `Secure`. */
  isHttps: boolean;
  secret: string;
  smtp: { url: string; from: string } | null;
  /** A model that drafts translations of redacted words; off unless address and model are named. */
  translation: { url: string; model: string; key: string | null } | null;
  /** Who sends it may read `/metrics`; null: there is no such address. */
  metricsToken: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** A database of its own was named: secrets are required and nothing is made up. */
  strict: boolean;
};

/** Names the variables that are wrong, never what they contain. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** The trial makes its own secret once and keeps it beside its data. */
function trialSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

function translationOf(values: z.output<typeof variables>): Environment['translation'] {
  const { TRANSLATION_URL: url, TRANSLATION_MODEL: model, TRANSLATION_KEY: key } = values;
  if ((url === undefined) !== (model === undefined)) {
    throw new EnvironmentError('TRANSLATION_URL and TRANSLATION_MODEL need each other');
  }
  if (url === undefined || model === undefined) return null;
  return { url: url.replace(/\/$/, ''), model, key: key ?? null };
}

export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) =>
        `${issue.path.join('.')} ${issue.code === 'custom' || issue.code === 'too_small' || issue.code === 'invalid_format' ? issue.message : 'is not valid'}`,
    );
    throw new EnvironmentError(problems.join('; '));
  }
  const values = parsed.data;
  const strict = values.DATABASE_URL !== undefined;
  if (strict && !values.APP_SECRET) {
    throw new EnvironmentError('APP_SECRET is missing: it is required with DATABASE_URL');
  }
  if (strict && !values.PUBLIC_URL) {
    throw new EnvironmentError('PUBLIC_URL is missing: it is required with DATABASE_URL');
  }
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, '');
  return {
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL ?? null,
    databaseConnections: values.DATABASE_CONNECTIONS,
    publicUrl,
    isHttps: publicUrl.startsWith('https:'),
    secret: values.APP_SECRET ?? trialSecret(values.DATA_DIR),
    smtp: values.SMTP_URL ? { url: values.SMTP_URL, from: values.SMTP_FROM } : null,
    translation: translationOf(values),
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
    strict,
  };
}

let environment: Environment | undefined;

/** Parsed once, on first use, so that a wrong value stops the start and not the build. */
export function env(): Environment {
  environment ??= parseEnvironment(process.env);
  return environment;
}
