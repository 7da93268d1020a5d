import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import {
  localErrorFields,
  LocalTextFields,
  type LocalValues,
} from '../../components/local-text-fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { getStratum } from '../../services/recruitment/get-stratum.server.ts';

type Values = {
  revision: string;
  question: LocalValues;
  bands: { id: string; label: LocalValues; percent: string }[];
  source: string;
  reason: string;
  why: string;
};

type StratumFormProps = {
  page: Awaited<ReturnType<typeof getStratum>>;
  answer: { result: SubmissionResult } | undefined;
};

/** Rows that stay empty are left out; there are always a few more of them. */
const spareRows = 3;
const mostRows = 12;

export function StratumForm({ page, answer }: StratumFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const { frame, stratum, isLate } = page;
  const rows = Math.min(mostRows, (stratum?.bands.length ?? 1) + spareRows);
  const [form, fields] = useForm<Values>({
    id: 'stratum',
    lastResult: answer?.result ?? null,
    defaultValue: {
      question: stratum?.question ?? {},
      bands: Array.from({ length: rows }, (_, index) => bandAt(stratum, index)),
      source: stratum?.source ?? '',
      reason: stratum?.reason ?? '',
    },
  });
  const { languages } = frame;
  const bands = fields.bands.getFieldList();
  const errors = errorLinks(
    [
      ...localErrorFields(fields.question, languages),
      fields.bands,
      ...bands.map((band) => band.getFieldset().percent),
      ...[fields.source, fields.reason, fields.why],
    ],
    say,
  );
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <TokenField />
      <input type="hidden" name="revision" value={stratum?.revision ?? 1} />
      <LocalTextFields
        field={fields.question}
        languages={languages}
        legend={t('recruitment:stratum.question')}
        hint={t('recruitment:stratum.questionHint')}
        say={say}
      />
      <div className="stack" id={fields.bands.id} tabIndex={-1}>
        <p className="hint">{t('recruitment:stratum.bandsHint')}</p>
        {fields.bands.errors?.[0] === undefined ? null : (
          <p className="field-error">{say(fields.bands.errors[0])}</p>
        )}
        {bands.map((band, index) => {
          const own = band.getFieldset();
          return (
            <div key={band.key} className="card stack">
              <input type="hidden" name={own.id.name} defaultValue={own.id.initialValue ?? ''} />
              <LocalTextFields
                field={own.label}
                languages={languages}
                legend={t('recruitment:stratum.band', { number: index + 1 })}
                say={say}
              />
              <TextField
                {...fieldProps(own.percent, say)}
                label={t('recruitment:stratum.percent', { number: index + 1 })}
                inputMode="decimal"
                autoComplete="off"
              />
            </div>
          );
        })}
      </div>
      <TextField
        {...fieldProps(fields.source, say)}
        label={t('recruitment:stratum.source')}
        hint={t('recruitment:stratum.sourceHint')}
        autoComplete="off"
      />
      <TextareaField
        {...fieldProps(fields.reason, say)}
        label={t('recruitment:stratum.reason')}
        hint={t('recruitment:stratum.reasonHint')}
      />
      {isLate ? (
        <TextareaField
          {...fieldProps(fields.why, say)}
          label={t('recruitment:stratum.why')}
          hint={t('recruitment:stratum.whyHint')}
        />
      ) : null}
      <p className="actions">
        <Button name="intent" value="save">
          {t('common:save')}
        </Button>
        <Link to={`/panels/${frame.id}/recruitment`}>{t('common:cancel')}</Link>
      </p>
    </Form>
  );
}

function bandAt(stratum: StratumFormProps['page']['stratum'], index: number) {
  const band = stratum?.bands[index];
  if (!stratum || !band) return { id: '', label: {}, percent: '' };
  const share = stratum.shares[band.id];
  const percent = share === undefined ? '' : String(Math.round(share * 1000) / 10);
  return { id: band.id, label: band.label, percent };
}
