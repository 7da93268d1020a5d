import { Form, Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { LanguageLinks } from '../../components/language-links.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLanguageItems } from '../../components/use-language-items.ts';
import { useLocal } from '../../components/use-local.ts';
import type { WorkspaceFacts } from '../../services/people/get-workspace.server.ts';

type Organisations = Pick<WorkspaceFacts, 'otherOrganisations'>;

function OrganisationSwitch({ otherOrganisations }: Organisations) {
  const { t } = useTranslation('settings');
  if (otherOrganisations.length === 0) return null;
  return (
    <Form method="post" action="/switch-organisation" reloadDocument className="account-switch">
      <TokenField isPersonal />
      <p id="other-organisations">{t('menu.organisations')}</p>
      <ul aria-labelledby="other-organisations">
        {otherOrganisations.map(({ id, name }) => (
          <li key={id}>
            <Button tone="secondary" name="to" value={id}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  );
}

export function UserMenu(props: WorkspaceFacts) {
  const { name, organisation, member, siteNames, otherOrganisations } = props;
  const { t } = useTranslation(['settings', 'permissions', 'common']);
  const sites = useLocal().listOf(siteNames);
  return (
    <details className="account-menu">
      <summary>
        <span className="account-who">
          <span className="account-name">{name}</span>
          <span className="account-organisation">{organisation}</span>
        </span>
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
        <OrganisationSwitch otherOrganisations={otherOrganisations} />
        <LanguageLinks label={t('common:language')} items={useLanguageItems(useLocation())} />
        <Form method="post" action="/sign-out" reloadDocument>
          <TokenField isPersonal />
          <Button tone="secondary">{t('common:signOut')}</Button>
        </Form>
      </div>
    </details>
  );
}
