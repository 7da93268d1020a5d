import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import {
  localErrorFields,
  LocalTextFields,
  type LocalValues,
} from '../../components/local-text-fields.tsx';
import { RevisionField } from '../../components/revision-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';

interface OutcomeFormProps {
  languages: readonly Language[];
  revision: number;
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}

/** Nobody is asked without being told what came of it: a round ends with its outcome. */
export function OutcomeForm({ languages, revision, result, refusal }: OutcomeFormProps) {
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const [form, fields] = useForm<{ outcome: LocalValues }>({ id: 'outcome', lastResult: result });
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(localErrorFields(fields.outcome, languages), say)}
      />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <RevisionField revision={revision} refusal={refusal} />
        <LocalTextFields
          field={fields.outcome}
          languages={languages}
          legend={t('panels:close.outcome')}
          hint={t('panels:close.outcomeHint')}
          rows={6}
          say={say}
        />
        <Button tone="danger">{t('panels:close.submit')}</Button>
      </Form>
    </>
  );
}
