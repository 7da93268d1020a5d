import type { Transaction } from '#db/database.ts';
import { listAskable } from '#db/queries/panel-asking.server.ts';
import type { Coding } from '#db/queries/coding.server.ts';
import { today } from '../../today.ts';
import { quarterOf } from '../panels/quarter.ts';
import type { Of } from './coding-access.server.ts';

type Asked = { memberId: string; language: string; email: string; isToldByHand: boolean };

/** Those who spoke and still take part, whom a mail reaches and whom a person must tell. */
export async function findCheckPeople(
  tx: Transaction,
  { organisationId, panelId }: Of,
  { coding, texts }: { coding: Coding; texts: readonly { memberId: string }[] },
): Promise<{ byMail: Asked[]; byHand: Asked[] }> {
  const spoke = new Set(texts.map(({ memberId }) => memberId));
  const ofRound = { organisationId, panelId, roundId: coding.roundId };
  const all = await listAskable(tx, { ...ofRound, ...quarterOf(today()) });
  const own = all.filter(({ memberId }) => spoke.has(memberId));
  const isReached = ({ email, isToldByHand }: Asked) => email !== '' && !isToldByHand;
  return { byMail: own.filter(isReached), byHand: own.filter((one) => !isReached(one)) };
}
