import { getUserByEmail } from '#db/queries/user.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { auth, type DeliverToken } from '../../auth.server.ts';
import { getDatabase } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { sendPersonalMail } from './send-personal-mail.server.ts';

/**
 * Sends a one-time link when there is an account, and is silent when there is none. A link alone
 * would go round a second factor, so accounts that have one get none.
 */
export async function requestSignInLink(input: {
  email: string;
  language: Language;
  to: string;
}): Promise<void> {
  await takePoint('sign-in-mail', input.email);
  const user = await getUserByEmail(getDatabase(), input);
  if (!user || user.twoFactorEnabled) return;
  const deliver: DeliverToken = (token) => {
    const query = new URLSearchParams({ token, to: input.to });
    const link = `${env().publicUrl}/sign-in/link?${query.toString()}`;
    return sendPersonalMail({ user, kind: 'sign-in', link, language: input.language });
  };
  await auth().api.signInMagicLink({
    body: { email: user.email, metadata: { deliver } },
    headers: new Headers(),
  });
}
