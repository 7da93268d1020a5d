import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

type Fields = Record<'readBackOn' | 'readBack', string>;

/** When it was read back to the author that their words are taken out, and that they said yes. */
export function WithdrawForm({ result }: { result: SubmissionResult | null }) {
  const { t } = useTranslation(['moderation', 'common']);
  const say = (code: string) => t(`moderation:problem.${code as 'read-back-missing'}`);
  const [form, { readBackOn, readBack }] = useForm<Fields>({ id: 'withdraw', lastResult: result });
  const { error, id, name } = fieldProps(readBack, say);
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([readBackOn, readBack], say)}
      />
      <Form method="post" id={form.id}>
        <TokenField />
        <TextField
          {...fieldProps(readBackOn, say)}
          type="date"
          label={t('moderation:enter.readBackOn')}
        />
        <CheckboxGroup
          id={id}
          name={name}
          error={error}
          legend={t('moderation:enter.confirmed')}
          options={[{ value: 'yes', label: t('moderation:withdrawFor.readBack') }]}
          values={[]}
        />
        <Button tone="danger">{t('moderation:withdrawFor.submit')}</Button>
      </Form>
    </>
  );
}
