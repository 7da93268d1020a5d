import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import type { DrawsPage } from './draw-form.tsx';

/** The log of draws, newest first. */
export function DrawTable({ draws, panelId }: { draws: DrawsPage['draws']; panelId: string }) {
  const { t } = useTranslation('recruitment');
  const { date } = useLocal();
  const countText = useShownCount();
  return (
    <DataTable
      id="draws"
      caption={t('draws.log')}
      columns={[
        { key: 'number', label: t('draws.number') },
        { key: 'date', label: t('draws.date') },
        { key: 'seats', label: t('draws.drawnSeats'), numeric: true },
        { key: 'seed', label: t('draws.seed') },
        { key: 'reason', label: t('draws.reason') },
      ]}
      rows={draws.map((draw) => ({
        key: String(draw.number),
        cells: {
          number: (
            <Link to={`/panels/${panelId}/recruitment/draws/${draw.number}`}>
              {t('draws.drawNumber', { number: draw.number })}
            </Link>
          ),
          date: date(draw.drawnAt),
          seats: countText(draw.seats),
          seed: (
            <code dir="ltr" translate="no">
              {draw.seed}
            </code>
          ),
          reason: draw.reason ?? t('draws.first'),
        },
      }))}
    />
  );
}
