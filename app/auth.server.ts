import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { magicLink, twoFactor } from 'better-auth/plugins';
import * as signInTables from '#db/schema/sign-in.ts';
import { getDatabase } from './database.server.ts';
import { env } from './env.server.ts';
import { keyFor } from './secrets.server.ts';

type SendLink = (message: { email: string; url: string }) => Promise<void>;

let sendSignInLink: SendLink = () => Promise.resolve();
let sendResetLink: SendLink = () => Promise.resolve();

/** Mail needs the outbox, which needs an organisation: the services that know it plug themselves in. */
export function deliverSignInMail(handlers: { signIn: SendLink; reset: SendLink }): void {
  sendSignInLink = handlers.signIn;
  sendResetLink = handlers.reset;
}

function createAuth() {
  const { publicUrl } = env();
  return betterAuth({
    appName: 'Attune',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: keyFor('sign-in').toString('base64url'),
    database: drizzleAdapter(getDatabase(), { provider: 'pg', schema: signInTables }),
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations alone; services create them through the adapter.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      sendResetPassword: ({ user, url }) => sendResetLink({ email: user.email, url }),
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    advanced: {
      cookiePrefix: 'attune',
      useSecureCookies: publicUrl.startsWith('https:'),
      // Our own limits count by account; an address is shared by a whole hospital and is not kept.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    plugins: [
      twoFactor({ issuer: 'Attune' }),
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: 15 * 60,
        sendMagicLink: ({ email, url }) => sendSignInLink({ email, url }),
      }),
    ],
  });
}

let instance: ReturnType<typeof createAuth> | undefined;

export function auth(): ReturnType<typeof createAuth> {
  instance ??= createAuth();
  return instance;
}
