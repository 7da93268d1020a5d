import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { transferAnswers, transferNotices } from '../../schema/transfer-notice.ts';
import { daysBefore } from '../panel/days.ts';
import type { DemoRegister } from './demo-register.ts';

/** Two changes of where data go, as if they had come with the description: one was looked at, one was not. */
export async function insertTransfers(
  tx: Transaction,
  demo: DemoRegister,
  systemId: string,
): Promise<void> {
  const { organisationId, ownerId, officerId, today } = demo;
  const at = (days: number) => new Date(`${daysBefore(today, days)}T09:00:00Z`);
  const answered = randomUUID();
  const notice = { organisationId, systemId, descriptionNumber: 1, recordedBy: ownerId };
  await tx.insert(transferNotices).values([
    {
      ...{ ...notice, id: answered, field: 'trainingCountries', before: ['DE'] },
      ...{ after: ['DE', 'FI'], createdAt: at(200) },
    },
    {
      ...{ ...notice, field: 'supportCountries', before: ['DE'], after: ['FI'] },
      createdAt: at(12),
    },
  ]);
  await tx.insert(transferAnswers).values({
    ...{ organisationId, noticeId: answered, verdict: 'acceptable', answeredBy: officerId },
    reason: 'Synthetic data of the supplier alone; no patient of ours is in them (demo).',
    createdAt: at(195),
  });
}
