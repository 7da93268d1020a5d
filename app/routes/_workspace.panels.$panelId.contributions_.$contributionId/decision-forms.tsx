import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { moderationReasons } from '../../services/contributions/contribution-names.ts';

interface DecisionFormsProps {
  revision: number;
  isPolicyPublished: boolean;
  policy: LocalText;
  result: SubmissionResult | null;
}

function RejectForm({ revision, result }: Pick<DecisionFormsProps, 'revision' | 'result'>) {
  const { t } = useTranslation(['moderation', 'common']);
  const [form, fields] = useForm<{ reason: string; note: string }>({
    id: 'reject',
    lastResult: result,
  });
  const say = (code: string) => t(`moderation:problem.${code as 'reason-missing'}`);
  const reason = fieldProps(fields.reason, say);
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([fields.reason, fields.note], say)}
      />
      <Form method="post" id={form.id} noValidate className="stack">
        <h3>{t('moderation:decide.reject')}</h3>
        <p>{t('moderation:decide.rejectText')}</p>
        <TokenField />
        <input type="hidden" name="revision" value={revision} />
        <RadioRows
          id={fields.reason.id}
          name="reason"
          legend={t('moderation:decide.reason')}
          value={reason.defaultValue}
          error={reason.error}
          options={moderationReasons.map((value) => ({
            value,
            label: t(`moderation:reason.${value}`),
          }))}
        />
        <TextareaField
          {...fieldProps(fields.note, say)}
          label={t('moderation:decide.note')}
          hint={t('moderation:decide.noteHint')}
          maxLength={2000}
        />
        <Button tone="danger" name="intent" value="reject">
          {t('moderation:decide.reject')}
        </Button>
      </Form>
    </>
  );
}

/** Accept, or reject with a reason, by the policy that stands above both. */
export function DecisionForms({ revision, isPolicyPublished, policy, result }: DecisionFormsProps) {
  const { t } = useTranslation('moderation');
  const { text } = useLocal();
  return (
    <section className="stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('decide.title')}</h2>
      {isPolicyPublished ? (
        <>
          <details>
            <summary>{t('decide.policy')}</summary>
            <p className="policy-text">{text(policy)}</p>
          </details>
          <Form method="post">
            <TokenField />
            <input type="hidden" name="revision" value={revision} />
            <Button name="intent" value="accept">
              {t('decide.accept')}
            </Button>
          </Form>
          <RejectForm revision={revision} result={result} />
        </>
      ) : (
        <Notice tone="concern">{t('policyMissing')}</Notice>
      )}
    </section>
  );
}
