import { redirect } from '@remix-run/node';
import { languageSchema } from '#surveys/model/languages.ts';
import {
  requirePanelPerson,
  type PanelPerson,
} from '../services/taking-part/require-panel-person.server.ts';
import { panelCookie } from './cookies.server.ts';
import { respond } from './to-response.server.ts';
import { requireLanguage } from './respondent-request.server.ts';

/** The person of a panel whose link this browser opened; without one they are told how to get a link. */
export async function requirePerson(request: Request): Promise<PanelPerson> {
  const pass = panelCookie.read(request);
  if (!pass) throw redirect('/panel/link');
  const { linkNumber, ...ids } = pass;
  return respond(() => requirePanelPerson({ ...ids, linkNumber: Number(linkNumber) }));
}

/** As `requirePerson`, for a page: it speaks the person's language. */
export async function readPerson(request: Request): Promise<PanelPerson> {
  const reader = await requirePerson(request);
  await requireLanguage(request, languageSchema.parse(reader.person.language));
  return reader;
}
