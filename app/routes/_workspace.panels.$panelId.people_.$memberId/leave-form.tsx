import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';

type Fields = Record<'words' | 'readBackOn', string>;

/** The person said that they leave, and what is to become of their words. */
export function LeaveForm({ result }: { result: SubmissionResult | null }) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, { words, readBackOn }] = useForm<Fields>({ id: 'leave', lastResult: result });
  const { id, name, error, defaultValue } = fieldProps(words, say);
  const choice = (value: 'keep' | 'withdraw') => ({
    value,
    label: t(`recruitment:leaving.${value}`),
  });
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([words, readBackOn], say)}
      />
      <ConfirmDetails
        summary={t('recruitment:leaving.title')}
        consequence={t('recruitment:leaving.text')}
        open={result !== null}
      >
        <Form method="post" id={form.id} noValidate>
          <TokenField />
          <RadioRows
            {...{ id, name, error }}
            value={defaultValue}
            legend={t('recruitment:leaving.words')}
            options={[choice('keep'), choice('withdraw')]}
          />
          <TextField
            {...fieldProps(readBackOn, say)}
            type="date"
            label={t('recruitment:leaving.readBackOn')}
          />
          <Button tone="danger" name="intent" value="left">
            {t('recruitment:leaving.submit')}
          </Button>
        </Form>
      </ConfirmDetails>
    </>
  );
}
