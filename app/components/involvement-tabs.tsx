import { useTranslation } from 'react-i18next';
import { TabsNav } from './tabs-nav.tsx';

/** Panels, and why they are held. */
export function InvolvementTabs({ current }: { current: 'panels' | 'activities' }) {
  const { t } = useTranslation('panels');
  return (
    <TabsNav
      label={t('lists.label')}
      items={(['panels', 'activities'] as const).map((key) => ({
        label: t(`lists.${key}`),
        href: `/${key}`,
        current: key === current,
      }))}
    />
  );
}
