import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listAppeals } from '../../services/contributions/list-appeals.server.ts';

type Appeal = Awaited<ReturnType<typeof listAppeals>>['appeals'][number];

function AppealForm({ appeal, result }: { appeal: Appeal; result: SubmissionResult | null }) {
  const { t } = useTranslation(['moderation', 'common']);
  const [form, fields] = useForm<{ note: string }>({
    id: `appeal-${appeal.contributionId}`,
    lastResult: result,
  });
  const say = (code: string) => t(`moderation:problem.${code as 'note-missing'}`);
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.note], say)} />
      <Form method="post" id={form.id} noValidate className="stack">
        <TokenField />
        <input type="hidden" name="contributionId" value={appeal.contributionId} />
        <input type="hidden" name="revision" value={appeal.revision} />
        <TextareaField
          {...fieldProps(fields.note, say)}
          label={t('moderation:appeals.note')}
          hint={t('moderation:decide.noteHint')}
          maxLength={2000}
        />
        <div className="button-row">
          <Button name="intent" value="appeal-upheld">
            {t('moderation:appeals.uphold')}
          </Button>
          <Button tone="secondary" name="intent" value="appeal-refused">
            {t('moderation:appeals.refuse')}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** What was rejected and why, what its author says to it, and the answer. */
export function AppealSection({
  appeal,
  result,
}: {
  appeal: Appeal;
  result: SubmissionResult | null;
}) {
  const { t } = useTranslation('moderation');
  const { number, date } = useLocal();
  const heading = `appeal-of-${appeal.contributionId}`;
  return (
    <section className="stack" aria-labelledby={heading}>
      <h3 id={heading}>
        {t('member', { number: number(appeal.memberNumber) })} · {date(appeal.appealedAt)}
      </h3>
      <SpokenWords text={appeal.text} language={appeal.language} />
      <p>
        {t('appeals.rejectedBy', {
          name: appeal.rejectedBy ?? t('one.formerUser'),
          reason: appeal.reason === null ? '' : t(`reason.${appeal.reason}`),
        })}
      </p>
      <p>{appeal.note}</p>
      <h4>{t('appeals.authorSays')}</h4>
      <SpokenWords text={appeal.appeal} language={appeal.language} />
      {appeal.isOwnRejection ? (
        <Notice>{t('appeals.own')}</Notice>
      ) : (
        <AppealForm appeal={appeal} result={result} />
      )}
    </section>
  );
}
