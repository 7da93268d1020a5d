import { and, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { panels, type PanelState } from '../schema/panel.ts';

type OfPanel = { organisationId: string; panelId: string };

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(eq(panels.organisationId, organisationId), eq(panels.id, panelId));

export async function findPanel(tx: Transaction, params: OfPanel) {
  const [panel] = await tx.select().from(panels).where(ofPanel(params));
  return panel;
}

/** For the public actor whose key is the slug; undefined while its outcomes are not published. */
export async function findPanelBySlug(tx: Transaction, { slug }: { slug: string }) {
  const [panel] = await tx
    .select({
      id: panels.id,
      organisationId: panels.organisationId,
      title: panels.title,
      languages: panels.languages,
    })
    .from(panels)
    .where(eq(panels.slug, slug));
  return panel;
}

/** Holds the panel until the transaction ends; people who write in it meanwhile need not wait. */
export async function lockPanel(tx: Transaction, params: OfPanel) {
  const [panel] = await queryRows<{ state: PanelState; siteId: string | null }>(
    tx,
    sql`select state, site_id as "siteId" from panels
        where organisation_id = ${params.organisationId} and id = ${params.panelId}
        for no key update`,
  );
  return panel;
}

/** Somebody of a panel, for whom the personal link was opened. */
export async function findPanelMember(tx: Transaction, params: OfPanel & { memberId: string }) {
  const [member] = await tx
    .select()
    .from(panelMembers)
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
        eq(panelMembers.id, params.memberId),
      ),
    );
  return member;
}

export async function listPanelTitles(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ id: panels.id, title: panels.title })
    .from(panels)
    .where(eq(panels.organisationId, params.organisationId));
}
