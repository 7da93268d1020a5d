import { eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import { panels } from '../schema/panel.ts';
import type { OfPanel } from './suggestion.server.ts';

/** Whoever has the address; the database shows a panel whose outcomes are published and no other. */
export async function findPublicPanel(tx: Transaction, params: { slug: string }) {
  const [panel] = await tx.select().from(panels).where(eq(panels.slug, params.slug));
  return panel;
}

export type Asker = {
  organisation: string;
  contact: string;
  title: LocalText;
  aim: LocalText;
  outOfScope: LocalText;
};

/** Who asked, and for what. */
export async function findAsker(
  tx: Transaction,
  params: { organisationId: string; activityId: string },
): Promise<Asker | undefined> {
  const [row] = await queryRows<Asker>(
    tx,
    sql`select o.name as organisation, o.contact, a.title, a.aim, a.out_of_scope as "outOfScope"
        from activities a join organisations o on o.id = a.organisation_id
        where a.organisation_id = ${params.organisationId} and a.id = ${params.activityId}`,
  );
  return row;
}

/** People with an accepted contribution or a vote. The system counts: nobody else sees votes. */
export async function countTakingPart(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<number> {
  const [row] = await queryRows<{ people: number }>(
    tx,
    sql`select count(*)::int as people from (
          select member_id from contributions where organisation_id = ${organisationId}
            and panel_id = ${panelId} and state = 'accepted' and member_id is not null
          union select member_id from panel_votes where organisation_id = ${organisationId}
            and panel_id = ${panelId}) as taking`,
  );
  return row?.people ?? 0;
}
