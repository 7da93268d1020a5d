import { randomBytes } from 'node:crypto';
import { getUserByEmail } from '#db/queries/user.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { auth } from '../../auth.server.ts';
import { getDatabase } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { sendPersonalMail } from './send-personal-mail.server.ts';

const oneHour = 60 * 60 * 1000;

/** The link that better-auth's own reset accepts, kept as a hash like every one-time link. */
export async function createResetLink(userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await auth().$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + oneHour),
  });
  return `${env().publicUrl}/reset-password?token=${token}`;
}

/** Sends a link when there is an account, and is silent when there is none. */
export async function requestPasswordReset(input: {
  email: string;
  language: Language;
}): Promise<void> {
  await takePoint('sign-in-mail', input.email);
  const user = await getUserByEmail(getDatabase(), input);
  if (!user) return;
  const link = await createResetLink(user.id);
  await sendPersonalMail({ user, kind: 'reset', link, language: input.language });
}
