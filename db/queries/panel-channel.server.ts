import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelMembers, type PanelMemberState } from '../schema/panel-member.ts';
import { panelChannels, type ChannelKind } from '../schema/panel.ts';

type OfPanel = { organisationId: string; panelId: string };

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(eq(panelChannels.organisationId, organisationId), eq(panelChannels.panelId, panelId));

export async function listChannels(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      id: panelChannels.id,
      code: panelChannels.code,
      name: panelChannels.name,
      kind: panelChannels.kind,
      closedOn: panelChannels.closedOn,
    })
    .from(panelChannels)
    .where(ofPanel(params))
    .orderBy(asc(panelChannels.createdAt), asc(panelChannels.code));
}

/** How many came by each channel, by what they are now. */
export async function countByChannel(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      channelId: panelMembers.channelId,
      state: sql<PanelMemberState>`${panelMembers.state}`,
      people: sql<number>`count(*)::int`,
    })
    .from(panelMembers)
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
      ),
    )
    .groupBy(panelMembers.channelId, panelMembers.state);
}

/** Undefined where the code is taken. */
export async function insertChannel(
  tx: Transaction,
  params: OfPanel & { code: string; name: string; kind: ChannelKind },
) {
  const [channel] = await tx
    .insert(panelChannels)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: panelChannels.id });
  return channel;
}

/** Undefined where it is closed already. */
export async function closeChannel(
  tx: Transaction,
  params: OfPanel & { channelId: string; closedOn: string },
) {
  const [channel] = await tx
    .update(panelChannels)
    .set({ closedOn: params.closedOn })
    .where(
      and(ofPanel(params), eq(panelChannels.id, params.channelId), isNull(panelChannels.closedOn)),
    )
    .returning({ code: panelChannels.code });
  return channel;
}

/** For the public actor whose key is the code. */
export async function findOpenChannel(tx: Transaction, { code }: { code: string }) {
  const [channel] = await tx
    .select({
      organisationId: panelChannels.organisationId,
      panelId: panelChannels.panelId,
    })
    .from(panelChannels)
    .where(and(eq(panelChannels.code, code), isNull(panelChannels.closedOn)));
  return channel;
}
