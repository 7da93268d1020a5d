import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
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
import type { getPolicy } from '../../services/panels/get-policy.server.ts';

interface PolicyFormProps {
  page: Awaited<ReturnType<typeof getPolicy>>;
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}

export function PolicyForm({ page, result, refusal }: PolicyFormProps) {
  const { frame, revision, texts, proposed } = page;
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const [form, fields] = useForm<{ policy: LocalValues }>({
    id: 'policy',
    lastResult: result,
    defaultValue: { policy: texts },
  });
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(localErrorFields(fields.policy, frame.languages), say)}
      />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <RevisionField revision={revision} refusal={refusal} />
        <LocalTextFields
          field={fields.policy}
          languages={frame.languages}
          legend={t('panels:settings.policy')}
          rows={14}
          proposed={{ languages: proposed, text: t('panels:proposed') }}
          say={say}
        />
        <Button name="intent" value="save">
          {t('panels:policy.save')}
        </Button>
      </Form>
    </>
  );
}
