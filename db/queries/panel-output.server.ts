import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import { panelOutputs } from '../schema/panel-report.ts';
import type { OfPanel } from './suggestion.server.ts';

export type OfOutput = OfPanel & { outputId: string };

const ofOutput = ({ organisationId, panelId, outputId }: OfOutput) =>
  and(
    eq(panelOutputs.organisationId, organisationId),
    eq(panelOutputs.panelId, panelId),
    eq(panelOutputs.id, outputId),
  );

export async function listOutputs(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select({
      id: panelOutputs.id,
      title: panelOutputs.title,
      publishedOn: panelOutputs.publishedOn,
      acknowledgement: panelOutputs.acknowledgement,
    })
    .from(panelOutputs)
    .where(and(eq(panelOutputs.organisationId, organisationId), eq(panelOutputs.panelId, panelId)))
    .orderBy(asc(panelOutputs.createdAt), asc(panelOutputs.id));
}

export async function insertOutput(
  tx: Transaction,
  params: OfPanel & { title: LocalText },
): Promise<void> {
  await tx.insert(panelOutputs).values(params);
}

/** Held until the end: choices made meanwhile wait, and then find it published. */
export async function lockOutput(tx: Transaction, params: OfOutput) {
  const [row] = await tx
    .select({ publishedOn: panelOutputs.publishedOn })
    .from(panelOutputs)
    .where(ofOutput(params))
    .for('update');
  return row;
}

export async function publishOutputRow(
  tx: Transaction,
  params: OfOutput & { publishedOn: string; acknowledgement: LocalText },
): Promise<void> {
  const { publishedOn, acknowledgement } = params;
  await tx.update(panelOutputs).set({ publishedOn, acknowledgement }).where(ofOutput(params));
}

export async function deleteOutput(tx: Transaction, params: OfOutput): Promise<boolean> {
  const rows = await tx
    .delete(panelOutputs)
    .where(and(ofOutput(params), isNull(panelOutputs.publishedOn)))
    .returning({ id: panelOutputs.id });
  return rows.length > 0;
}

export type CreditRow = {
  outputId: string;
  choice: 'named' | 'pseudonym' | 'none';
  name: string;
  memberNumber: number;
  /** The person agrees, as things stand, to be credited at all. */
  isConsented: boolean;
};

export async function listCredits(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<CreditRow[]> {
  return queryRows<CreditRow>(
    tx,
    sql`select c.output_id as "outputId", c.choice, c.name, m.number as "memberNumber",
          exists (select 1 from panel_consents k
            where k.organisation_id = c.organisation_id and k.member_id = c.member_id
              and k.purpose = 'credit' and k.granted
              and k.number = (select max(n.number) from panel_consents n
                where n.organisation_id = c.organisation_id and n.member_id = c.member_id
                  and n.purpose = 'credit')) as "isConsented"
        from panel_credits c
        join panel_members m on m.organisation_id = c.organisation_id and m.id = c.member_id
        where c.organisation_id = ${organisationId} and c.panel_id = ${panelId}
        order by m.number`,
  );
}
