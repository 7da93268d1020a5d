import { useTranslation } from 'react-i18next';

type Scope = { allSites: boolean; siteIds: readonly string[] };

/** The sites of a scope as one phrase in the reader's language. */
export function useScopeText(sites: readonly { id: string; name: string }[]) {
  const { t, i18n } = useTranslation('settings');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (scope: Scope): string =>
    scope.allSites
      ? t('menu.allSites')
      : list.format(
          sites.filter((site) => scope.siteIds.includes(site.id)).map((site) => site.name),
        );
}
