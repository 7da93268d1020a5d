import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { DatasetFilter } from '../../services/register/list-datasets.server.ts';

interface DatasetFilterFormProps {
  filter: DatasetFilter;
  fields: readonly string[];
}

export function DatasetFilterForm({ filter, fields }: DatasetFilterFormProps) {
  const { t } = useTranslation('models');
  const every = { value: '', label: t('list.every') };
  return (
    <Form method="get" className="inline filter" key={JSON.stringify(filter)}>
      <TextField id="q" name="q" type="search" label={t('dataset.q')} defaultValue={filter.q} />
      <SelectField
        id="field"
        name="field"
        label={t('dataset.field')}
        options={[every, ...fields.map((field) => ({ value: field, label: field }))]}
        defaultValue={filter.field ?? ''}
      />
      <SelectField
        id="used"
        name="used"
        label={t('dataset.used')}
        options={[every, { value: 'yes', label: t('dataset.usedOnly') }]}
        defaultValue={filter.used ?? ''}
      />
      <Button tone="secondary">{t('list.filter')}</Button>
    </Form>
  );
}
