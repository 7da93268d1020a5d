import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '#db/schema/contribution.ts';
import { panelConsents } from '#db/schema/panel-member.ts';
import { panelPrompts } from '#db/schema/panel-round.ts';
import { fillPanel, type FilledPanel } from '#tests/support/filled-panel.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

export type Person = Member & { user: { name: string } };

async function person(workspace: Workspace, role: MemberRole): Promise<Person> {
  return { ...(await createMember(workspace, role)), user: { name: `The ${role}` } };
}

export async function setUpPanel() {
  const workspace = await createWorkspace();
  const named = await person(workspace, 'model-owner');
  const [siteId = ''] = workspace.siteIds;
  const panel = await fillPanel(workspace.organisationId, siteId, named.userId);
  return {
    workspace,
    panel,
    /** To whom concerns go: whose role gives no access to panels. */
    named,
    facilitator: await person(workspace, 'facilitator'),
    other: await person(workspace, 'facilitator'),
    moderator: await person(workspace, 'moderator'),
    translator: await person(workspace, 'translator'),
    researcher: await person(workspace, 'researcher'),
  };
}

export type PanelBench = Awaited<ReturnType<typeof setUpPanel>>;

/** A question of the open round that nobody has answered. */
export async function ask(panel: FilledPanel): Promise<string> {
  const { organisationId, panelId, roundId } = panel;
  const promptId = randomUUID();
  await getDatabase()
    .insert(panelPrompts)
    .values({
      ...{ organisationId, panelId, roundId, id: promptId, text: { en: 'How was it?' } },
      position: Math.floor(Math.random() * 1_000_000) + 10,
    });
  return promptId;
}

/** What somebody of the panel sent a moment ago, that nobody has read. */
export async function send(
  { organisationId, panelId, roundId, memberIds }: FilledPanel,
  sent: { text: string; names?: string[]; language?: string; memberId?: string; promptId: string },
): Promise<string> {
  const db = getDatabase();
  const { text, names = [], language = 'en', memberId = memberIds[0], promptId } = sent;
  const consents = await db
    .select()
    .from(panelConsents)
    .where(eq(panelConsents.memberId, memberId));
  const consentId = consents.find(({ purpose }) => purpose === 'read')?.id ?? '';
  const contributionId = randomUUID();
  const ofMember = { organisationId, panelId, memberId };
  await db.insert(contributions).values({
    ...{ ...ofMember, id: contributionId, roundId, promptId, consentId, consentPurpose: 'read' },
    ...{ language, register: 'standard', sentOn: '2026-03-02' },
  });
  await db
    .insert(contributionOriginals)
    .values({ organisationId, panelId, contributionId, text, names, spans: [] });
  await db
    .insert(contributionEvents)
    .values({ ...ofMember, contributionId, number: 1, kind: 'sent' });
  return contributionId;
}

/** As its author does on their own page. */
export async function appeal(
  { organisationId, panelId, memberIds }: FilledPanel,
  contributionId: string,
  number: number,
): Promise<void> {
  await getDatabase()
    .insert(contributionEvents)
    .values({
      ...{ organisationId, panelId, contributionId, number, memberId: memberIds[0] },
      ...{ kind: 'appealed', note: 'I meant nobody' },
    });
}
