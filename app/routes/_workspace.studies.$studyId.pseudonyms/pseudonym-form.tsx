import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { useSay } from '../../components/use-say.ts';
import { EntryForm } from './entry-form.tsx';
import { resultOf } from './result-of.ts';

/** From a pseudonym to the person. */
export function PseudonymForm({ result }: { result: SubmissionResult | undefined }) {
  const { t } = useTranslation('studies');
  const say = useSay();
  const [, { pseudonym, reason }] = useForm<Record<'pseudonym' | 'reason', string>>({
    id: 'pseudonym',
    lastResult: resultOf(result, 'pseudonym'),
  });
  return (
    <EntryForm id="pseudonym" fields={[pseudonym, reason]} reason={reason}>
      <TextField
        {...fieldProps(pseudonym, say)}
        label={t('pseudonyms.pseudonym')}
        hint={t('pseudonyms.pseudonymHint')}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        required
      />
    </EntryForm>
  );
}
