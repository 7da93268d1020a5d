import type { TransferNotice } from '#db/queries/transfer-notice.server.ts';
import type { TransferField } from '#db/schema/transfer-notice.ts';
import type { SectionValues } from './description-schema.ts';
import { transferFields } from './register-words.ts';

export type TransferChange = { field: TransferField; before: string[]; after: string[] };

/** Each entry once, in an order of their own: writing the same countries in another order changes nothing. */
function entriesIn(values: SectionValues, field: TransferField): string[] {
  const value = values[field];
  if (value === undefined) return [];
  const entries = Array.isArray(value) ? value : [String(value)];
  return [...new Set(entries.map((entry) => entry.trim()))].sort();
}

/** Which fields that say where data go say something else. */
export function changedTransfers(before: SectionValues, after: SectionValues): TransferChange[] {
  return transferFields
    .map((field) => ({
      ...{ field, before: entriesIn(before, field), after: entriesIn(after, field) },
    }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

export type TransferDuty = { code: 'transfer-unseen' | 'transfer-undo'; on: string };

/**
 * What is left to do about changes: nobody has looked at one; or one is to be undone, and nobody has changed this
 * field since. Once for a day.
 */
export function transferDuties(
  notices: readonly Pick<TransferNotice, 'field' | 'descriptionNumber' | 'verdict' | 'createdAt'>[],
): TransferDuty[] {
  const isOpen = ({ field, descriptionNumber, verdict }: (typeof notices)[number]) =>
    verdict === null ||
    (verdict === 'undo' &&
      !notices.some(
        (later) => later.field === field && later.descriptionNumber > descriptionNumber,
      ));
  const duties = notices.filter(isOpen).map(({ verdict, createdAt }): TransferDuty => ({
    code: verdict === null ? 'transfer-unseen' : 'transfer-undo',
    on: createdAt.toISOString().slice(0, 10),
  }));
  return [...new Map(duties.map((duty) => [`${duty.code} ${duty.on}`, duty])).values()];
}
