import { useTranslation } from 'react-i18next';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { Tag } from '../tag.tsx';

const tones = {
  idea: 'neutral',
  procurement: 'neutral',
  sandbox: 'neutral',
  silent: 'unknown',
  pilot: 'unknown',
  live: 'good',
  restricted: 'concern',
  suspended: 'alert',
  retired: 'neutral',
} as const satisfies Record<LifecycleStage, string>;

export function StageTag({ stage }: { stage: LifecycleStage }) {
  const { t } = useTranslation('register');
  return <Tag tone={tones[stage]} text={t(`stage.${stage}`)} />;
}
