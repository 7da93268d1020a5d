import { useTranslation } from 'react-i18next';
import { TabsNav } from './tabs-nav.tsx';

const pages = [
  { key: 'general', path: '/settings' },
  { key: 'policy', path: '/settings/policy' },
  { key: 'consent', path: '/settings/consent' },
] as const;

/** The parts of a panel's settings. */
export function SettingsTabs(props: { panelId: string; current: (typeof pages)[number]['key'] }) {
  const { t } = useTranslation('panels');
  return (
    <TabsNav
      label={t('settings.label')}
      items={pages.map(({ key, path }) => ({
        label: t(`settings.${key}`),
        href: `/panels/${props.panelId}${path}`,
        current: key === props.current,
      }))}
    />
  );
}
