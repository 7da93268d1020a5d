import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { fieldProps } from '../../components/form-fields.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import { EntryForm } from './entry-form.tsx';
import { resultOf } from './result-of.ts';

interface PersonFormProps {
  panels: readonly { id: string; title: LocalText }[];
  result: SubmissionResult | undefined;
}

/** From a person, who asked about their answers for instance, to their pseudonym. */
export function PersonForm({ panels, result }: PersonFormProps) {
  const { t } = useTranslation('studies');
  const { text } = useLocal();
  const say = useSay();
  const [, { panelId, number, reason }] = useForm<Record<'panelId' | 'number' | 'reason', string>>({
    id: 'person',
    lastResult: resultOf(result, 'person'),
  });
  return (
    <EntryForm id="person" fields={[panelId, number, reason]} reason={reason}>
      <SelectField
        {...fieldProps(panelId, say)}
        label={t('pseudonyms.panel')}
        options={panels.map(({ id, title }) => ({ value: id, label: text(title) }))}
      />
      <TextField
        {...fieldProps(number, say)}
        label={t('pseudonyms.number')}
        hint={t('pseudonyms.numberHint')}
        inputMode="numeric"
        autoComplete="off"
        required
      />
    </EntryForm>
  );
}
