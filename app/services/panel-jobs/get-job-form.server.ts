import type { Member } from '#db/actor.server.ts';
import { listPublishedVersions } from '#db/queries/instrument.server.ts';
import { findRound } from '#db/queries/panel-round.server.ts';
import { ServiceError } from '../../errors.ts';
import type { RoundName } from '../panels/internal.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** What a job can be made of: a round that is a draft, and the items of published instruments. */
export async function getJobForm(member: Member, { panelId, roundId }: RoundName) {
  const permission = 'panels.manage';
  const { organisationId } = member;
  return readPanel(member, { panelId, permission }, async (tx) => {
    const round = await findRound(tx, { organisationId, panelId, roundId });
    if (!round) throw new ServiceError('not-found');
    const versions = await listPublishedVersions(tx, { organisationId });
    return {
      round,
      instruments: versions.map(({ id, number, document }) => ({
        ...{ id, number, title: document.title, sourceLanguage: document.sourceLanguage },
        items: document.items.map((item) => ({ id: item.id, stem: item.stem })),
      })),
    };
  });
}

export type JobForm = Awaited<ReturnType<typeof getJobForm>>;
