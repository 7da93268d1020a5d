import { useTranslation } from 'react-i18next';
import { TabsNav } from '../../components/tabs-nav.tsx';
import type { AnalysisLink } from '../../services/psychometrics/list-analyses.server.ts';
import type { ResultsFrame } from '../../services/results/present-frame.ts';

type Props = { links: readonly AnalysisLink[]; current: string; frame: ResultsFrame };

export function AnalysisNavigation({ links, current, frame }: Props) {
  const { t } = useTranslation('analyses');
  const base = `/studies/${frame.study.id}/results/analyses`;
  const wave = frame.wave ? `?wave=${frame.wave.number}` : '';
  const items = links.map(({ id, name }) => ({
    label: name,
    href: `${base}/${id}${wave}`,
    current: id === current,
  }));
  return <TabsNav label={t('navigation')} items={items} />;
}
