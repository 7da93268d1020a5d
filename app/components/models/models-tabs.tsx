import { useTranslation } from 'react-i18next';
import { TabsNav } from '../tabs-nav.tsx';

const lists = {
  systems: '/models',
  datasets: '/models/datasets',
  alerts: '/models/alerts',
} as const;

/** AI systems, and the data sets they share. */
export function ModelsTabs({ current }: { current: keyof typeof lists }) {
  const { t } = useTranslation('models');
  return (
    <TabsNav
      label={t('lists.label')}
      items={(['systems', 'datasets', 'alerts'] as const).map((key) => ({
        label: t(`lists.${key}`),
        href: lists[key],
        current: key === current,
      }))}
    />
  );
}
