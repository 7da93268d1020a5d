import type { Member } from '#db/actor.server.ts';
import { insertConsentVersion, listConsentVersions } from '#db/queries/study.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';

/** A changed text is a new version; the same text stays the version it is, and the answer says so. */
export async function saveConsent(
  member: Member,
  { studyId, texts }: { studyId: string; texts: LocalText },
): Promise<{ isNew: boolean }> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  return withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['draft'] });
    const [newest] = await listConsentVersions(tx, ofStudy);
    const hash = contentHash(texts);
    if (newest?.contentHash === hash) return { isNew: false };
    const number = (newest?.number ?? 0) + 1;
    const saved = await insertConsentVersion(tx, { ...ofStudy, number, texts, contentHash: hash });
    if (!saved) throw new ServiceError('conflict');
    await auditStudy(tx, member, {
      action: 'study.consent-saved',
      studyId,
      detail: { number, contentHash: hash },
    });
    return { isNew: true };
  });
}
