import { useTranslation } from 'react-i18next';
import { Tag } from './tag.tsx';

export function VersionState({ state }: { state: 'draft' | 'published' }) {
  const { t } = useTranslation('instruments');
  return <Tag tone={state === 'published' ? 'good' : 'neutral'} text={t(`state.${state}`)} />;
}
