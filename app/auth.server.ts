import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { magicLink, twoFactor } from 'better-auth/plugins';
import * as signInTables from '#db/schema/sign-in.ts';
import { getDatabase } from './database.server.ts';
import { env } from './env.server.ts';
import { log } from './log.server.ts';
import { keyFor } from './secrets.server.ts';
import { passwordLength } from './services/sign-in/password-length.ts';

/** Takes the token of a one-time link to its person; passed along with the request for the link. */
export type DeliverToken = (token: string) => Promise<void>;

function createAuth() {
  const { publicUrl, isHttps } = env();
  return betterAuth({
    appName: 'Attune',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: keyFor('sign-in').toString('base64url'),
    database: drizzleAdapter(getDatabase(), { provider: 'pg', schema: signInTables }),
    user: {
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations alone; services create them through the adapter.
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
      revokeSessionsOnPasswordReset: true,
    },
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    advanced: {
      cookiePrefix: 'attune',
      useSecureCookies: isHttps,
      // Our own limits count by account; an address is shared by a whole hospital and is not kept.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Wrong passwords are no news, and a detail may be an address.
    logger: { level: 'error', log: (_level, message) => log.error({ from: 'sign-in' }, message) },
    plugins: [
      twoFactor({ issuer: 'Attune' }),
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: 15 * 60,
        sendMagicLink: ({ token, metadata }) => (metadata?.['deliver'] as DeliverToken)(token),
      }),
    ],
  });
}

let instance: { auth: ReturnType<typeof createAuth>; database: unknown } | undefined;

/** One for each opened database: tests open several. */
export function auth(): ReturnType<typeof createAuth> {
  const database = getDatabase();
  if (instance?.database !== database) instance = { auth: createAuth(), database };
  return instance.auth;
}
