import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';

type Scope = { allSites: boolean; siteIds: readonly string[] };

/** The sites of a scope as one phrase in the reader's language. */
export function useScopeText(sites: readonly { id: string; name: string }[]) {
  const { t } = useTranslation('settings');
  const { listOf } = useLocal();
  return (scope: Scope): string =>
    scope.allSites
      ? t('menu.allSites')
      : listOf(sites.filter((site) => scope.siteIds.includes(site.id)).map((site) => site.name));
}
