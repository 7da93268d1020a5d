import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { LinksPage } from './link-table.tsx';

export function NewLinkForm({ page }: { page: LinksPage }) {
  const { t } = useTranslation('studies');
  const { nameOf } = useLocal();
  const { sites, languages, mayManageEverywhere } = page;
  return (
    <section className="card" aria-labelledby="new-link">
      <h2 id="new-link">{t('links.newTitle')}</h2>
      <Form method="post" className="inline">
        <TokenField />
        <SelectField
          id="siteId"
          name="siteId"
          label={t('links.site')}
          options={[
            ...(mayManageEverywhere ? [{ value: '', label: t('links.allSites') }] : []),
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          id="language"
          name="language"
          label={t('links.language')}
          options={[
            { value: '', label: t('links.allLanguages') },
            ...languages.map((language) => ({ value: language, label: nameOf(language) })),
          ]}
        />
        <Button name="intent" value="create">
          {t('links.create')}
        </Button>
      </Form>
    </section>
  );
}
