import { stringify } from 'csv-stringify/sync';
import type { TFunction } from 'i18next';
import type { Member } from '#db/actor.server.ts';
import { safeText } from '../exports/csv-cells.ts';
import { getImport } from './get-import.server.ts';
import type { ImportParams } from './internal.server.ts';

/** Every row that cannot be stored, as a file to work through. */
export async function listRejectedRows(
  member: Member,
  params: ImportParams,
  t: TFunction<'results'>,
): Promise<string> {
  const { checked, table } = await getImport(member, params);
  const columns = table.header.length;
  const header = [
    t('import.rejected.line'),
    t('import.rejected.reason'),
    t('import.rejected.column'),
    t('import.rejected.value'),
  ];
  const rows = checked.rejected.map(({ line, reason, column, value }) => [
    line,
    t(`import.reason.${reason}`, { columns }),
    safeText(column),
    safeText(value),
  ]);
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows' });
}
