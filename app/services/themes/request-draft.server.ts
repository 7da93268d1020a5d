import type { Member } from '#db/actor.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { insertDraft, listDraftProgress } from '#db/queries/theme-draft.server.ts';
import { ServiceError } from '../../errors.ts';
import { themeDraftJob } from '../../jobs/theme-draft.server.ts';
import { sendJob } from '../../jobs/queue.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

/** Fewer texts than this are read sooner than they are sorted. */
export const fewestTexts = 20;

/** Asks for a first draft of themes in the answers of one language. */
export async function requestDraft(
  member: Member,
  {
    language,
    wanted,
    ...ids
  }: CodingIds & {
    language: string;
    /** How many themes; null: as many as are found again in parts of the texts. */
    wanted: number | null;
  },
): Promise<void> {
  const id = await changeCoding(
    member,
    { ...ids, permission: 'themes.manage' },
    async (tx, { of }) => {
      const texts = (await listCodedTexts(tx, of)).filter((text) => text.language === language);
      if (texts.length < fewestTexts) {
        throw new ServiceError('illegal-state', 'draft-too-few', { minimum: fewestTexts });
      }
      const underWay = (await listDraftProgress(tx, of)).some(
        (draft) =>
          draft.language === language && (draft.state === 'queued' || draft.state === 'running'),
      );
      if (underWay) throw new ServiceError('conflict', 'draft-under-way');
      return insertDraft(tx, { ...of, language, wanted, requestedBy: member.userId });
    },
  );
  await sendJob(themeDraftJob, { organisationId: member.organisationId, id }, id);
}
