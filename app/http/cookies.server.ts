import { createCookie, type Cookie } from '@remix-run/node';
import { env } from '../env.server.ts';
import { keyFor } from '../secrets.server.ts';
import { seal, unseal } from './sealed-token.server.ts';

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
  return `${name}=${value}; ${flags}${env().isHttps ? '; Secure' : ''}`;
}

type SealedCookie<Value> = {
  read: (request: Request) => Value | null;
  set: (value: Value) => string;
  clear: () => string;
};

/** Encrypted and authenticated: the browser keeps it and learns nothing from it. */
function sealedCookie<Value extends Record<string, string>>(
  name: string,
  purpose: 'cookie-ballot' | 'cookie-receipt' | 'cookie-panel',
  maximumAgeSeconds: number,
): SealedCookie<Value> {
  return {
    read(request) {
      const raw = readRaw(request, name);
      return raw === null ? null : (unseal(raw, keyFor(purpose)) as Value | null);
    },
    set(value) {
      const token = seal(value, keyFor(purpose), maximumAgeSeconds);
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
  reissued: string;
}>('attune_receipt', 'cookie-receipt', thirtyDays);

/** Which person of which panel this browser belongs to. `linkNumber`: of the link that was opened. */
export const panelCookie = sealedCookie<{
  organisationId: string;
  panelId: string;
  memberId: string;
  linkNumber: string;
}>('attune_panel', 'cookie-panel', thirtyDays);

const languageOptions = { sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 60 * 60 } as const;
const workspaceLanguage = createCookie('attune_language', { path: '/', ...languageOptions });
const surveyLanguage = createCookie('attune_survey_language', { path: '/s', ...languageOptions });
const panelLanguage = createCookie('attune_panel_language', { path: '/panel', ...languageOptions });
const joinLanguage = createCookie('attune_join_language', { path: '/join', ...languageOptions });

/** Who looks at a survey or a panel keeps the language of the workspace, and the other way round. */
export function languageCookie(request: Request): Cookie {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/s/')) return surveyLanguage;
  if (pathname.startsWith('/join/')) return joinLanguage;
  return /^\/panel(?:\/|$)/.test(pathname) ? panelLanguage : workspaceLanguage;
}
