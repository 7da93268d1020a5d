import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { Fault } from '../../services/intake/faults.ts';
import { faultSentences } from '../../services/intake/fault-sentences.ts';

/** Every row that is refused, with where it stands in the file and why. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation('intake');
  const { number } = useLocal();
  return (
    <DataTable
      id="faults"
      caption={t('dryRun.faults', { n: number(faults.length) })}
      columns={[
        { key: 'line', label: t('dryRun.line') },
        { key: 'column', label: t('dryRun.column') },
        { key: 'why', label: t('dryRun.why') },
      ]}
      rows={faults.map(({ line, column, pointer, code }, index) => ({
        key: String(index),
        cells: {
          line: line === undefined ? '–' : number(line),
          column: <code dir="ltr">{column ?? pointer}</code>,
          why: t(`fault.${faultSentences[code]}`),
        },
      }))}
    />
  );
}
