import { createCookie } from '@remix-run/node';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { env } from '../env.server.ts';
import { keyFor } from '../secrets.server.ts';

const secure = () => env().publicUrl.startsWith('https:');

function readRaw(request: Request, name: string): string | null {
  const header = request.headers.get('Cookie') ?? '';
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=') || null;
  }
  return null;
}

function serialise(name: string, value: string, maximumAgeSeconds: number): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${maximumAgeSeconds}`;
  return `${name}=${value}; ${flags}${secure() ? '; Secure' : ''}`;
}

type SealedCookie<Value> = {
  read: (request: Request) => Promise<Value | null>;
  set: (value: Value) => Promise<string>;
  clear: () => string;
};

/** Encrypted and authenticated: the browser keeps it and learns nothing from it. */
function sealedCookie<Value extends Record<string, string>>(
  name: string,
  purpose: 'cookie-ballot' | 'cookie-receipt',
  maximumAgeSeconds: number,
): SealedCookie<Value> {
  return {
    async read(request) {
      const raw = readRaw(request, name);
      if (!raw) return null;
      try {
        const { payload } = await jwtDecrypt(raw, keyFor(purpose));
        return payload['v'] as Value;
      } catch {
        return null; // sealed with another secret, cut off or expired: as good as no cookie
      }
    },
    async set(value) {
      const token = await new EncryptJWT({ v: value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(Math.floor(Date.now() / 1000) + maximumAgeSeconds)
        .encrypt(keyFor(purpose));
      return serialise(name, token, maximumAgeSeconds);
    },
    clear: () => serialise(name, '', 0),
  };
}

const thirtyDays = 30 * 24 * 60 * 60;

/** Which draft this browser is answering. */
export const ballotCookie = sealedCookie<{
  organisationId: string;
  studyId: string;
  code: string;
  /** The address under which it is answered. */
  link: string;
  /** The linking code made for this person, to be shown once more at the end; else empty. */
  linking: string;
}>('attune_ballot', 'cookie-ballot', thirtyDays);

/** Which invitation brought this browser here. The server stores it apart from the answers, later. */
export const receiptCookie = sealedCookie<{
  organisationId: string;
  invitationId: string;
  waveId: string;
}>('attune_receipt', 'cookie-receipt', thirtyDays);

export const languageCookie = createCookie('attune_language', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 365 * 24 * 60 * 60,
});
