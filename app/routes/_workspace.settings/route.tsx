import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TabsNav } from '../../components/tabs-nav.tsx';
import { can } from '../../permissions.ts';
import type { WorkspaceFacts } from '../../services/people/get-workspace.server.ts';
import { settingsPages } from '../../components/settings-pages.ts';

export default function SettingsLayout() {
  const { t } = useTranslation('settings');
  const { pathname } = useLocation();
  const member = useRouteLoaderData<() => WorkspaceFacts>('routes/_workspace')?.member;
  const items = settingsPages
    .filter(({ needs }) => needs === null || (member !== undefined && can(member, needs)))
    .map(({ key }) => ({
      label: t(`tab.${key}`),
      href: `/settings/${key}`,
      current: pathname === `/settings/${key}` || pathname.startsWith(`/settings/${key}/`),
    }));
  return (
    <>
      <TabsNav label={t('tabsLabel')} items={items} />
      <Outlet />
    </>
  );
}
