import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { SelectField } from '../../components/select-field.tsx';
import type { SystemFilter } from '../../services/register/list-systems.server.ts';
import { lifecycleStages, systemCategories } from '../../services/register/register-words.ts';

interface SystemFilterFormProps {
  filter: SystemFilter;
  sites: readonly { id: string; name: string }[];
}

/** A filter lies in the address, so that a view can be shared. */
export function SystemFilterForm({ filter, sites }: SystemFilterFormProps) {
  const { t } = useTranslation(['models', 'register']);
  const every = t('models:list.every');
  const lists = {
    category: optionsOf(systemCategories, (word) => t(`register:category.${word}`), every),
    stage: optionsOf(lifecycleStages, (word) => t(`register:stage.${word}`), every),
    siteId: [
      { value: '', label: every },
      ...sites.map(({ id, name }) => ({ value: id, label: name })),
    ],
    missing: [
      { value: '', label: every },
      { value: 'yes', label: t('models:list.missingOnly') },
    ],
  };
  return (
    <Form method="get" className="inline filter" key={JSON.stringify(filter)}>
      {(['category', 'stage', 'siteId', 'missing'] as const).map((name) => (
        <SelectField
          key={name}
          id={`filter-${name}`}
          name={name}
          label={t(`models:list.${name}`)}
          options={lists[name]}
          defaultValue={filter[name] ?? ''}
        />
      ))}
      <div className="button-row">
        <Button tone="secondary">{t('models:list.filter')}</Button>
        {Object.values(filter).some((value) => value !== undefined) ? (
          <Link to="?">{t('models:list.showAll')}</Link>
        ) : null}
      </div>
    </Form>
  );
}
