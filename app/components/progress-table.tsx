import { useTranslation } from 'react-i18next';
import type { WaveProgress } from '../services/studies/get-progress.server.ts';
import { DataTable } from './data-table.tsx';
import { useCountText } from './use-count-text.ts';
import { useLocal } from './use-local.ts';

/** One wave, site by site; a site below the minimum is said to be, not left blank. */
export function ProgressTable(props: { wave: WaveProgress; minimumCellSize: number }) {
  const { wave, minimumCellSize } = props;
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  const countText = useCountText();
  return (
    <DataTable
      id={`progress-${wave.waveId}`}
      caption={t('progress.caption', { wave: wave.name })}
      captionHidden
      columns={[
        { key: 'site', label: t('progress.site') },
        { key: 'invited', label: t('progress.invited'), numeric: true },
        { key: 'complete', label: t('progress.complete'), numeric: true },
      ]}
      rows={wave.sites.map((site) => ({
        key: site.siteId,
        cells: {
          site: site.name,
          invited: number(site.invited),
          complete: countText(site.complete, minimumCellSize),
        },
      }))}
    />
  );
}
