import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useCountText } from '../../components/use-count-text.ts';
import { useLocal } from '../../components/use-local.ts';
import type { WaveProgress } from '../../services/studies/get-progress.server.ts';

export function WaveCounts(props: { wave: WaveProgress; minimumCellSize: number }) {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  const countText = useCountText();
  const { invited, started, complete } = props.wave;
  return (
    <Facts
      items={[
        { term: t('progress.invited'), value: number(invited) },
        { term: t('progress.started'), value: countText(started, props.minimumCellSize) },
        { term: t('progress.complete'), value: countText(complete, props.minimumCellSize) },
      ]}
    />
  );
}
