import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Transaction } from '../database.ts';
import { activities } from '../schema/activity.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { panelConsentVersions, panels, panelStrata, type ConsentPurpose } from '../schema/panel.ts';

type OfPanel = { organisationId: string; panelId: string };
type PanelRow = typeof panels.$inferInsert;
export type PanelChange = Partial<Omit<PanelRow, 'organisationId' | 'id' | 'revision'>>;

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(eq(panels.organisationId, organisationId), eq(panels.id, panelId));

/** Newest first, each with its activity. */
export async function listPanels(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({
      id: panels.id,
      title: panels.title,
      state: panels.state,
      languages: panels.languages,
      siteId: panels.siteId,
      minimumGroup: panels.minimumGroup,
      activityId: panels.activityId,
      activity: activities.title,
    })
    .from(panels)
    .innerJoin(
      activities,
      and(
        eq(activities.organisationId, panels.organisationId),
        eq(activities.id, panels.activityId),
      ),
    )
    .where(eq(panels.organisationId, params.organisationId))
    .orderBy(desc(panels.createdAt));
}

/** People who take part now, by panel. */
export async function countActivePeople(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ panelId: panelMembers.panelId, people: count() })
    .from(panelMembers)
    .where(
      and(eq(panelMembers.organisationId, params.organisationId), eq(panelMembers.state, 'active')),
    )
    .groupBy(panelMembers.panelId);
}

/** Everybody who ever said they would take part. */
export async function countPanelPeople(tx: Transaction, params: OfPanel) {
  return tx.$count(
    panelMembers,
    and(
      eq(panelMembers.organisationId, params.organisationId),
      eq(panelMembers.panelId, params.panelId),
    ),
  );
}

/** Nothing is returned when another panel has this address. */
export async function insertPanel(
  tx: Transaction,
  { panelId, ...values }: OfPanel & Omit<PanelRow, 'organisationId' | 'id'>,
) {
  const [panel] = await tx
    .insert(panels)
    .values({ ...values, id: panelId })
    .onConflictDoNothing({ target: panels.slug })
    .returning({ id: panels.id });
  return panel;
}

/** Nothing is returned when somebody has saved another revision meanwhile. */
export async function updatePanel(
  tx: Transaction,
  params: OfPanel & { revision: number; change: PanelChange },
) {
  const [panel] = await tx
    .update(panels)
    .set({ ...params.change, revision: sql`${panels.revision} + 1` })
    .where(and(ofPanel(params), eq(panels.revision, params.revision)))
    .returning({ id: panels.id });
  return panel;
}

export async function deletePanelDraft(tx: Transaction, params: OfPanel) {
  const [panel] = await tx
    .delete(panels)
    .where(and(ofPanel(params), eq(panels.state, 'draft')))
    .returning({ id: panels.id });
  return panel;
}

/** Newest first. */
export async function listPanelConsentVersions(tx: Transaction, params: OfPanel) {
  return tx
    .select()
    .from(panelConsentVersions)
    .where(
      and(
        eq(panelConsentVersions.organisationId, params.organisationId),
        eq(panelConsentVersions.panelId, params.panelId),
      ),
    )
    .orderBy(desc(panelConsentVersions.number));
}

/** Nothing is returned when the number was taken meanwhile. */
export async function insertPanelConsentVersion(
  tx: Transaction,
  values: OfPanel & {
    number: number;
    intro: LocalText;
    purposes: Record<ConsentPurpose, LocalText>;
    contentHash: string;
  },
) {
  const [version] = await tx
    .insert(panelConsentVersions)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: panelConsentVersions.id });
  return version;
}

export async function countStrata(tx: Transaction, params: OfPanel) {
  return tx.$count(
    panelStrata,
    and(
      eq(panelStrata.organisationId, params.organisationId),
      eq(panelStrata.panelId, params.panelId),
    ),
  );
}
