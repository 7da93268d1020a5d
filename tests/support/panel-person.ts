import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import type { JoinInput } from '#app/services/taking-part/join-input.ts';
import { joinPanel } from '#app/services/taking-part/join-panel.server.ts';
import {
  requirePanelPerson,
  type PanelPass,
  type PanelPerson,
} from '#app/services/taking-part/require-panel-person.server.ts';
import { panelMembers } from '#db/schema/panel-member.ts';
import { panels } from '#db/schema/panel.ts';
import { fillPanel, type FilledPanel } from './filled-panel.ts';
import { createMember, createWorkspace } from './workspace.ts';

/** A panel that takes people and says why it asks about them. */
export async function openPanel(): Promise<FilledPanel> {
  const workspace = await createWorkspace();
  const { userId } = await createMember(workspace, 'facilitator');
  const panel = await fillPanel(workspace.organisationId, workspace.siteIds[0] ?? '', userId);
  await getDatabase()
    .update(panels)
    .set({
      demographicsPurpose: { en: 'So that all are heard' },
      demographicsExpireOn: '2090-01-01',
    })
    .where(eq(panels.id, panel.panelId));
  return panel;
}

/** What somebody sends who fills the form in with care. */
export function joinInput(panel: FilledPanel, given: Partial<JoinInput> = {}): JoinInput {
  return {
    key: 'k'.repeat(32),
    consentVersionId: panel.consentVersionId,
    consents: ['read', 'quote', 'credit'],
    basis: 'own',
    agreedBy: '',
    language: 'en',
    register: 'standard',
    needs: [],
    note: '',
    name: '',
    email: '',
    phone: '',
    band: {},
    ...given,
  };
}

let count = 0;

export type Joined = { panel: FilledPanel; pass: PanelPass; link: string };

export async function join(panel: FilledPanel, given: Partial<JoinInput> = {}): Promise<Joined> {
  count += 1;
  const key = String(count).padStart(32, '0');
  const joined = await joinPanel({
    code: panel.channelCode,
    input: joinInput(panel, { key, ...given }),
  });
  if (!joined.ok) throw new Error(joined.problems.join());
  return { panel, pass: joined.pass, link: joined.link };
}

/** Somebody who takes part, as their pages see them. */
export async function activePerson(
  panel: FilledPanel,
  given: Partial<JoinInput> = {},
): Promise<PanelPerson> {
  const { pass } = await join(panel, given);
  await getDatabase()
    .update(panelMembers)
    .set({ state: 'active' })
    .where(eq(panelMembers.id, pass.memberId));
  return requirePanelPerson(pass);
}

export const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';
