import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import { activities } from '#db/schema/activity.ts';
import { panelMemberBands, panelMembers, type PanelMemberState } from '#db/schema/panel-member.ts';
import {
  panelChannels,
  panelConsentVersions,
  panels,
  panelStrata,
  panelTargets,
} from '#db/schema/panel.ts';
import { createMember, createWorkspace, type Workspace } from './workspace.ts';

export type RecruitingPanel = {
  workspace: Workspace;
  organisationId: string;
  panelId: string;
  channelId: string;
  /** Asks for a woman or a man, wanted by halves. */
  stratumId: string;
  facilitator: Member;
};

const text = { en: 'Words' };

/** An open panel with a question, a target and a way to join it, and nobody in it yet. */
export async function createRecruitingPanel(): Promise<RecruitingPanel> {
  const db = getDatabase();
  const workspace = await createWorkspace(['North']);
  const { organisationId } = workspace;
  const facilitator = await createMember(workspace, 'facilitator');
  const [activityId, panelId, channelId, stratumId] = Array.from({ length: 4 }, () =>
    randomUUID(),
  ) as [string, string, string, string];
  await db.insert(activities).values({
    ...{ organisationId, id: activityId, title: text, aim: text, informs: 'study' },
    ...{ informedName: 'A study', stage: 'design', influence: 'involve', startsOn: '2026-01-01' },
    ...{ outputsOwner: text, outOfScope: text },
  });
  await db.insert(panels).values({
    ...{
      organisationId,
      id: panelId,
      activityId,
      slug: `p-${panelId}`,
      title: { en: 'Our panel' },
    },
    ...{ about: text, languages: ['en', 'ar'], state: 'open', policy: text },
    ...{ policyPublishedOn: '2026-01-01', openedOn: '2026-01-01', minimumGroup: 5 },
    ...{ demographicsPurpose: text, demographicsExpireOn: '2099-01-01' },
  });
  await db.insert(panelChannels).values({
    ...{ organisationId, panelId, id: channelId, code: `c-${channelId}`, name: 'Poster' },
    kind: 'open',
  });
  await db.insert(panelConsentVersions).values({
    ...{ organisationId, panelId, number: 1, intro: text, contentHash: 'x' },
    purposes: { read: text, quote: text, credit: text, recontact: text },
  });
  await db.insert(panelStrata).values({
    ...{ organisationId, panelId, id: stratumId, position: 1, question: { en: 'Gender' } },
    bands: [
      { id: 'woman', label: { en: 'Woman' } },
      { id: 'man', label: { en: 'Man' } },
    ],
    ...{ source: 'Census', reason: 'Both are treated here' },
  });
  await db.insert(panelTargets).values([
    { organisationId, stratumId, band: 'woman', share: 0.5 },
    { organisationId, stratumId, band: 'man', share: 0.5 },
  ]);
  return { workspace, organisationId, panelId, channelId, stratumId, facilitator };
}

type Joining = { count: number; band?: string; state?: PanelMemberState; channelId?: string };

/** People who joined, all with one band and one state. Their ids, by number. */
export async function addPeople(
  panel: RecruitingPanel,
  { count, band, state = 'candidate', channelId = panel.channelId }: Joining,
): Promise<string[]> {
  const db = getDatabase();
  const { organisationId, panelId, stratumId } = panel;
  const known = await db.$count(panelMembers);
  const ids = Array.from({ length: count }, () => randomUUID());
  await db.insert(panelMembers).values(
    ids.map((id, index) => ({
      ...{ organisationId, panelId, channelId, id, number: known + index + 1 },
      ...{ language: 'en', joinedOn: '2026-02-01', state },
    })),
  );
  if (band !== undefined) {
    const rows = ids.map((memberId) => ({ organisationId, panelId, memberId, stratumId, band }));
    await db
      .insert(panelMemberBands)
      .values(rows.map((row) => ({ ...row, expiresOn: '2099-01-01' })));
  }
  return ids;
}
