import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findCoding, type Coding } from '#db/queries/coding.server.ts';
import { ServiceError } from '../../errors.ts';
import type { Permission } from '../../permissions.ts';
import { changePanel } from '../panels/change-panel.server.ts';
import { readPanel, type Panel, type PanelFrame } from '../panels/read-panel.server.ts';

export type CodingIds = { panelId: string; codingId: string };

export type Of = { organisationId: string } & CodingIds;

/** What the pages of one coding are given. */
type Reading = { coding: Coding; panel: Panel; of: Of };

async function requireCoding(tx: Transaction, of: Of): Promise<Coding> {
  const coding = await findCoding(tx, of);
  if (!coding) throw new ServiceError('not-found');
  return coding;
}

const ofMember = ({ organisationId }: Member, { panelId, codingId }: CodingIds): Of => ({
  ...{ organisationId, panelId, codingId },
});

/** Reads a coding for one of its pages, in the transaction of its panel. */
export async function readCoding<Result>(
  member: Member,
  ids: CodingIds,
  work: (tx: Transaction, reading: Reading) => Promise<Result>,
): Promise<Result & { frame: PanelFrame; coding: Coding }> {
  const of = ofMember(member, ids);
  return readPanel(member, { panelId: ids.panelId }, async (tx, panel) => {
    const coding = await requireCoding(tx, of);
    return { ...(await work(tx, { coding, panel, of })), coding };
  });
}

/** Changes what stands in a coding; the panel is held, so that changes of one coding follow each other. */
export async function changeCoding<Result>(
  member: Member,
  { permission, ...ids }: CodingIds & { permission: Permission },
  work: (tx: Transaction, reading: Reading) => Promise<Result>,
): Promise<Result> {
  const of = ofMember(member, ids);
  const change = { panelId: ids.panelId, permission, states: ['open', 'closed'] } as const;
  return changePanel(member, change, async (tx, panel) =>
    work(tx, { coding: await requireCoding(tx, of), panel, of }),
  );
}
