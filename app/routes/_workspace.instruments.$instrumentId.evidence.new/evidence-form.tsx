import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { EvidenceKind } from '#surveys/evidence/evidence.ts';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { findingFields } from '../../services/evidence/evidence-input.ts';
import { FindingField } from './finding-field.tsx';

type Props = {
  kind: EvidenceKind;
  languages: readonly Language[];
  populations: readonly string[];
  /** Fields that could not be read, and what was entered in all of them. */
  wrong: readonly string[];
  entered: readonly (readonly [string, string])[];
};

export function EvidenceForm({ kind, languages, populations, wrong, entered }: Props) {
  const { t } = useTranslation('evidence');
  const { nameOf } = useLocal();
  const valueOf = (name: string) => entered.find(([field]) => field === name)?.[1];
  const error = (name: string) =>
    wrong.includes(name) ? t('wrong', { field: t(`field.${name as 'n'}`) }) : undefined;
  const text = (name: 'doi' | 'by' | 'population' | 'n' | 'on') => ({
    ...{ id: name, name, label: t(`field.${name}`) },
    ...{ defaultValue: valueOf(name), error: error(name) },
  });
  return (
    <Form method="post" noValidate>
      <TokenField />
      <input type="hidden" name="kind" value={kind} />
      <SelectField
        id="language"
        name="language"
        label={t('field.language')}
        options={languages.map((language) => ({ value: language, label: nameOf(language) }))}
        defaultValue={valueOf('language')}
      />
      <TextField {...text('population')} hint={t('hint.population')} list="populations" />
      <datalist id="populations">
        {populations.map((population) => (
          <option key={population} value={population} />
        ))}
      </datalist>
      {findingFields[kind].map((field) => (
        <FindingField
          key={field.name}
          kind={kind}
          field={field}
          values={entered.flatMap(([name, value]) => (name === field.name ? [value] : []))}
          error={error(field.name)}
        />
      ))}
      <TextField {...text('n')} hint={t('hint.n')} inputMode="numeric" />
      <TextField {...text('on')} hint={t('hint.on')} type="date" />
      <RadioRows
        id="source"
        name="source"
        legend={t('field.source')}
        value={valueOf('source') ?? 'recorded'}
        options={[
          { value: 'recorded', label: t('source.recorded') },
          { value: 'published', label: t('source.published') },
        ]}
      />
      <TextField {...text('by')} hint={t('hint.by')} />
      <TextField {...text('doi')} hint={t('hint.doi')} dir="ltr" />
      <Button>{t('save')}</Button>
    </Form>
  );
}
