import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import type { PanelState } from '#db/schema/panel.ts';
import { languageSchema, type Language, type LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can, type Permission } from '../../permissions.ts';

/** What the header of each page of a panel says, and what the reader may do there. */
export type PanelFrame = {
  id: string;
  slug: string;
  title: LocalText;
  state: PanelState;
  languages: Language[];
  may: Record<PanelRight, boolean>;
};

const rights = {
  manage: 'panels.manage',
  seePeople: 'panel-members.read',
  redact: 'contributions.redact',
  moderate: 'contributions.moderate',
  code: 'themes.code',
  manageThemes: 'themes.manage',
  decide: 'suggestions.decide',
  seePayments: 'panel-payments.read',
  publish: 'panel-reports.publish',
} as const satisfies Record<string, Permission>;
export type PanelRight = keyof typeof rights;

export type Panel = NonNullable<Awaited<ReturnType<typeof findPanel>>>;

/** The sites a permission is asked about; a panel of the whole organisation names none. */
export function panelSites(panel: Pick<Panel, 'siteId'>): string[] {
  return panel.siteId === null ? [] : [panel.siteId];
}

function frameOf(member: Member, panel: Panel): PanelFrame {
  const sites = panelSites(panel);
  const may = Object.entries(rights).map(
    ([right, permission]) => [right, can(member, permission, sites)] as const,
  );
  return {
    id: panel.id,
    slug: panel.slug,
    title: panel.title,
    state: panel.state,
    languages: panel.languages.map((tag) => languageSchema.parse(tag)),
    may: Object.fromEntries(may) as PanelFrame['may'],
  };
}

/**
 * Reads a panel for one of its pages: `work` runs in the same transaction, as the member, who must have
 * `permission` at its site. A panel that the database does not show does not exist.
 */
export async function readPanel<Result>(
  member: Member,
  { panelId, permission = 'panels.read' }: { panelId: string; permission?: Permission },
  work: (tx: Transaction, panel: Panel) => Promise<Result>,
): Promise<Result & { frame: PanelFrame }> {
  authorise(member, permission);
  return withActor(member, async (tx) => {
    const panel = await requirePanel(tx, member, panelId);
    authorise(member, permission, panelSites(panel));
    return { ...(await work(tx, panel)), frame: frameOf(member, panel) };
  });
}

export async function requirePanel(
  tx: Transaction,
  { organisationId }: Pick<Member, 'organisationId'>,
  panelId: string,
): Promise<Panel> {
  const panel = await findPanel(tx, { organisationId, panelId });
  if (!panel) throw new ServiceError('not-found');
  return panel;
}
