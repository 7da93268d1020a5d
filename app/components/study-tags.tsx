import { useTranslation } from 'react-i18next';
import type { StudyState } from '#db/schema/study.ts';
import { Tag } from './tag.tsx';

const tones = { draft: 'neutral', open: 'good', closed: 'neutral' } as const;

export function StudyTags({ state, isPilot }: { state: StudyState; isPilot: boolean }) {
  const { t } = useTranslation('studies');
  return (
    <span className="tags">
      <Tag tone={tones[state]} text={t(`state.${state}`)} />
      {isPilot ? <Tag tone="unknown" text={t('pilot')} /> : null}
    </span>
  );
}
