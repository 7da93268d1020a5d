import { useTranslation } from 'react-i18next';
import type { Verdict } from '#db/schema/suggestion.ts';
import { Tag } from '../tag.tsx';

const tones = { accepted: 'good', partly: 'concern', not: 'neutral' } as const;

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('outcomes');
  return <Tag tone={tones[verdict]} text={t(`verdict.${verdict}`)} />;
}
