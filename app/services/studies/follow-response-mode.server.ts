import type { Transaction } from '#db/database.ts';
import { insertConsentVersion, listConsentVersions } from '#db/queries/study.server.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { defaultConsent } from './default-consent/default-consent.ts';
import { fieldableModes } from './response-modes.ts';

/** Where the consent is still a default text, it becomes the one that is true of the study's mode. */
export async function followResponseMode(
  tx: Transaction,
  ofStudy: { organisationId: string; studyId: string },
  mode: string,
): Promise<void> {
  const [newest] = await listConsentVersions(tx, ofStudy);
  if (!newest) return;
  const defaults: Record<string, string> = defaultConsent(mode);
  const known = new Set(fieldableModes.flatMap((other) => Object.values(defaultConsent(other))));
  const texts = Object.fromEntries(
    Object.entries(newest.texts).map(([language, text]) => [
      language,
      known.has(text) ? (defaults[language] ?? text) : text,
    ]),
  );
  const hash = contentHash(texts);
  if (hash === newest.contentHash) return;
  const version = { ...ofStudy, number: newest.number + 1, texts, contentHash: hash };
  if (!(await insertConsentVersion(tx, version))) throw new ServiceError('conflict');
}
