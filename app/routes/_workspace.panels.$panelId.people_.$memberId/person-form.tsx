import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { PersonFields } from '../../components/person-fields.tsx';
import { RevisionField } from '../../components/revision-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { getPerson } from '../../services/panel-people/get-person.server.ts';

export type PersonPage = Awaited<ReturnType<typeof getPerson>>;
type PersonFormProps = {
  page: PersonPage;
  answer: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
};

type Values = Record<'name' | 'email' | 'phone' | 'language' | 'note', string> & {
  needs: string[];
};

export function PersonForm({ page, answer }: PersonFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const { person, frame } = page;
  const { name, email, phone, language, needs, note } = person;
  const [form, fields] = useForm<Values>({
    id: 'person',
    lastResult: answer?.result ?? null,
    defaultValue: { name, email, phone, language, needs, note },
  });
  return (
    <section className="stack" aria-labelledby="details">
      <h3 id="details">{t('recruitment:person.details')}</h3>
      {person.agreedBy === '' ? null : (
        <p>{t('recruitment:person.agreedBy', { name: person.agreedBy })}</p>
      )}
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([fields.name, fields.email, fields.phone, fields.note], say)}
        />
        <TokenField />
        <RevisionField revision={person.revision} refusal={answer?.refusal} />
        <PersonFields fields={fields} languages={frame.languages} say={say} />
        <Button name="intent" value="save">
          {t('common:save')}
        </Button>
      </Form>
    </section>
  );
}
