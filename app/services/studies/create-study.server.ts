import { randomBytes, randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { insertConsentVersion, insertStudy, replaceStudySites } from '#db/queries/study.server.ts';
import { insertWave } from '#db/queries/wave.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { contentHash } from '../content-hash.server.ts';
import { hasRepeatedName } from '../name-key.ts';
import { defaultConsent } from './default-consent/default-consent.ts';
import { auditStudy } from './internal.server.ts';
import { checkDesign, type StudyDesign } from './study-design.server.ts';

export type NewStudy = StudyDesign & {
  /** Their names, in order; at least one. */
  waves: string[];
  /** The default text where it is left out. */
  consent?: LocalText;
};

function consentFor({ languages, responseMode }: StudyDesign, given: LocalText | undefined) {
  const texts = defaultConsent(responseMode);
  return Object.fromEntries(
    languages.map((language) => [language, given?.[language] ?? texts[language]]),
  );
}

/** A draft with its waves, sites and a first consent text. */
export async function createStudy(member: Member, study: NewStudy): Promise<{ studyId: string }> {
  authorise(member, 'studies.edit', study.siteIds);
  const { waves, consent, siteIds, ...design } = study;
  if (waves.length === 0) throw new ServiceError('invalid', 'study-wave-missing');
  if (hasRepeatedName(waves)) throw new ServiceError('invalid', 'study-wave-repeated');
  const { organisationId } = member;
  const studyId = randomUUID();
  const ofStudy = { organisationId, studyId };
  const texts = consentFor(study, consent);
  await withActor(member, async (tx) => {
    await checkDesign(tx, member, study);
    const linkingSecret = randomBytes(32).toString('base64url');
    await insertStudy(tx, { ...ofStudy, ...design, linkingSecret });
    await replaceStudySites(tx, { ...ofStudy, siteIds });
    const hash = contentHash(texts);
    await insertConsentVersion(tx, { ...ofStudy, number: 1, texts, contentHash: hash });
    for (const [index, name] of waves.entries()) {
      await insertWave(tx, { ...ofStudy, number: index + 1, name });
    }
    await auditStudy(tx, member, {
      action: 'study.created',
      studyId,
      detail: { ...design, siteIds },
    });
  });
  return { studyId };
}
