import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { LocalTextFields } from '../../components/outcomes/local-text-fields.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { decideSchema } from './outcome-schema.ts';

interface DecisionFormProps {
  revision: number;
  languages: readonly Language[];
  today: string;
  isFirst: boolean;
  result: SubmissionResult | null;
}

export function DecisionForm(props: DecisionFormProps) {
  const { t } = useTranslation(['outcomes', 'errors', 'common']);
  const [form, fields] = useForm<z.input<typeof decideSchema>>({
    id: 'decide',
    lastResult: props.result,
    defaultValue: { decidedOn: props.today },
  });
  const say = (code: string) => t(`errors:${code as 'decision-reason-missing'}`);
  const verdict = fieldProps(fields.verdict, say);
  return (
    <section className="stack" aria-labelledby="decide-title">
      <h2 id="decide-title">
        {t(props.isFirst ? 'outcomes:decide.title' : 'outcomes:decide.again')}
      </h2>
      {props.isFirst ? null : <p className="muted">{t('outcomes:decide.againText')}</p>}
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(
          [fields.verdict, fields.reason, fields.decidedBy, fields.decidedOn],
          say,
        )}
      />
      <Form method="post" id={form.id}>
        <TokenField />
        <input type="hidden" name="revision" value={props.revision} />
        <RadioRows
          id={verdict.id}
          name={verdict.name}
          legend={t('outcomes:decide.verdict')}
          options={(['accepted', 'partly', 'not'] as const).map((value) => ({
            value,
            label: t(`outcomes:verdict.${value}`),
          }))}
          value={verdict.defaultValue}
          error={verdict.error}
        />
        <LocalTextFields
          field={fields.reason}
          languages={props.languages}
          legend={t('outcomes:decide.reason')}
          hint={t('outcomes:decide.reasonHint')}
          say={say}
        />
        <TextField
          {...fieldProps(fields.decidedBy, say)}
          label={t('outcomes:decide.by')}
          hint={t('outcomes:decide.byHint')}
          autoComplete="off"
        />
        <TextField
          {...fieldProps(fields.decidedOn, say)}
          type="date"
          label={t('outcomes:decide.on')}
          max={props.today}
        />
        <Button name="intent" value="decide">
          {t('outcomes:decide.submit')}
        </Button>
      </Form>
    </section>
  );
}
