import { useTranslation } from 'react-i18next';
import type { AuditState } from '../../services/fairness/audit-state.ts';
import type { Tone } from '../status-icon.tsx';
import { Tag } from '../tag.tsx';

const tones: Record<AuditState, Tone> = {
  ...{ planned: 'neutral', overdue: 'alert', 'carried-out': 'good', superseded: 'neutral' },
  withdrawn: 'neutral',
};

export function AuditStateTag({ state }: { state: AuditState }) {
  const { t } = useTranslation('fairness');
  return <Tag tone={tones[state]} text={t(`state.${state}`)} />;
}
