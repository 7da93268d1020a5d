import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { LocalTextFields, type LocalValues } from '../../components/local-text-fields.tsx';
import { RevisionField } from '../../components/revision-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { PaymentsPage } from './payment-facts.tsx';

type BenefitsNoteProps = {
  page: PaymentsPage;
  answer: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
};

/** What people who receive benefits are told beside each offer. */
export function BenefitsNote({ page, answer }: BenefitsNoteProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const { text } = useLocal();
  const say = useSay();
  const isOurs = answer?.result.initialValue?.['intent'] === 'note';
  const [form, fields] = useForm<{ note: LocalValues }>({
    id: 'note',
    lastResult: isOurs ? answer.result : null,
    defaultValue: { note: page.note },
  });
  const words = text(page.note);
  return (
    <section className="stack" aria-labelledby="benefits">
      <h2 id="benefits">{t('recruitment:payments.noteTitle')}</h2>
      <p className="muted">{t('recruitment:payments.noteText')}</p>
      {page.frame.may.manage && page.frame.state !== 'closed' ? (
        <Form method="post" id={form.id} noValidate key={page.revision}>
          <TokenField />
          <RevisionField revision={page.revision} refusal={isOurs ? answer.refusal : undefined} />
          <LocalTextFields
            field={fields.note}
            languages={page.frame.languages}
            legend={t('recruitment:payments.noteTitle')}
            rows={4}
            say={say}
          />
          <Button name="intent" value="note">
            {t('common:save')}
          </Button>
        </Form>
      ) : (
        <p className="as-written">{words === '' ? t('recruitment:payments.noNote') : words}</p>
      )}
    </section>
  );
}
