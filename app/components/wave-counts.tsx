import { useTranslation } from 'react-i18next';
import type { WaveProgress } from '../services/studies/get-progress.server.ts';
import { Facts } from './facts.tsx';
import { useCountText } from './use-count-text.ts';
import { useLocal } from './use-local.ts';

/** A wave in all: who was invited, has started, and is counted. */
export function WaveCounts(props: { wave: WaveProgress; minimumCellSize: number }) {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  const countText = useCountText();
  const { invited, started, complete, hasImports } = props.wave;
  const begun = started
    ? [{ term: t('progress.started'), value: countText(started, props.minimumCellSize) }]
    : [];
  return (
    <>
      <Facts
        items={[
          { term: t('progress.invited'), value: number(invited) },
          ...begun,
          { term: t('progress.complete'), value: countText(complete, props.minimumCellSize) },
        ]}
      />
      {hasImports ? <p className="muted">{t('progress.imported')}</p> : null}
    </>
  );
}
