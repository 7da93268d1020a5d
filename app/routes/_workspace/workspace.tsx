import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkspaceShell } from '../../components/workspace-shell.tsx';
import { can, type Permission } from '../../permissions.ts';
import type { WorkspaceFacts } from '../../services/people/get-workspace.server.ts';
import { UserMenu } from './user-menu.tsx';

const places = [
  { key: 'start', href: '/start', needs: null },
  { key: 'studies', href: '/studies', needs: 'studies.read' },
  { key: 'instruments', href: '/instruments', needs: 'instruments.read' },
  { key: 'panels', href: '/panels', needs: 'panels.read' },
  { key: 'models', href: '/models', needs: 'models.read' },
  { key: 'board', href: '/board', needs: 'board.read' },
  { key: 'settings', href: '/settings', needs: null },
] as const satisfies { key: string; href: string; needs: Permission | null }[];

const isAt = (pathname: string, href: string) =>
  pathname === href || pathname.startsWith(`${href}/`);

/** The frame of every signed-in page: where one can go, who one is, and the page itself. */
export function Workspace(props: WorkspaceFacts & { children: ReactNode }) {
  const { member, children } = props;
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const items = places
    .filter(({ needs }) => needs === null || can(member, needs))
    .map(({ key, href }) => ({
      label: t(`nav.${key}`),
      href,
      current: isAt(pathname, href) || (key === 'panels' && isAt(pathname, '/activities')),
    }));
  return (
    <WorkspaceShell
      brand={t('brand')}
      brandHref="/start"
      skipLabel={t('skipToContent')}
      navigationLabel={t('menu')}
      menuLabel={t('menu')}
      items={items}
      userMenu={<UserMenu {...props} />}
    >
      {children}
    </WorkspaceShell>
  );
}
