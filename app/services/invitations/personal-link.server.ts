import { randomBytes } from 'node:crypto';
import { env } from '../../env.server.ts';
import { tokenHash } from '../../secrets.server.ts';

/** The link goes into the mail and nowhere else; the hash alone is stored with the invitation. */
export function newPersonalLink(): { link: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { link: `${env().publicUrl}/s/i/${token}`, tokenHash: tokenHash(token) };
}

/** Where somebody goes on with what they have begun. */
export function resumeLink(): string {
  return `${env().publicUrl}/s/resume`;
}
