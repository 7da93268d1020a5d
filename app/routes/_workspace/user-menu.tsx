import { Form, Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf, languages } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { LanguageLinks } from '../../components/language-links.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { languageNames } from '../../i18n/locales.ts';
import type { WorkspaceFacts } from '../../services/people/get-workspace.server.ts';

/** This page in each language; the rest of the address stays as it is. */
function useLanguageItems() {
  const { i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return languages.map((lang) => {
    const query = new URLSearchParams(search);
    query.set('lang', lang);
    return {
      lang,
      dir: directionOf(lang),
      label: languageNames[lang],
      href: `${pathname}?${query.toString()}`,
      current: lang === i18n.language,
    };
  });
}

export function UserMenu({ name, organisation, member, siteNames }: WorkspaceFacts) {
  const { t, i18n } = useTranslation(['settings', 'permissions', 'common']);
  const sites = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(siteNames);
  return (
    <details className="account-menu">
      <summary>
        <span className="account-name">{name}</span>
        <span className="account-organisation">{organisation}</span>
      </summary>
      <div className="account-menu-body">
        <dl className="account-facts">
          <div>
            <dt>{t('settings:menu.role')}</dt>
            <dd>{t(`permissions:role.${member.role}`)}</dd>
          </div>
          <div>
            <dt>{t('settings:menu.sites')}</dt>
            <dd>{member.siteIds === null ? t('settings:menu.allSites') : sites}</dd>
          </div>
        </dl>
        <p>
          <Link to="/settings/account">{t('settings:menu.account')}</Link>
        </p>
        <LanguageLinks label={t('common:language')} items={useLanguageItems()} />
        <Form method="post" action="/sign-out" reloadDocument>
          <TokenField />
          <Button tone="secondary">{t('common:signOut')}</Button>
        </Form>
      </div>
    </details>
  );
}
