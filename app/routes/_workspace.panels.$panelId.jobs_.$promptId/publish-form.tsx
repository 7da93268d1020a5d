import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { fieldProps } from '../../components/form-fields.ts';
import { LocalTextFields, type LocalValues } from '../../components/local-text-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useSay } from '../../components/use-say.ts';
import type { JobPage } from '../../services/panel-jobs/get-job.server.ts';

type Finding = { itemId: string; language: string; problem: string; resolution: string };
type Values = { changed: LocalValues; quoted: string[]; findings: Finding[] };

interface PublishFormProps {
  page: JobPage;
  result: SubmissionResult | null;
}

/** What facilitators add before a result is frozen. */
export function PublishForm({ page, result }: PublishFormProps) {
  const { t } = useTranslation('jobs');
  const { text, nameOf } = useLocal();
  const say = useSay();
  const { frame, job, said, report } = page;
  const asked = job.prompts.flatMap(({ about, text: question }): [string, LocalText][] =>
    about.kind === 'item' ? [[about.itemId, question]] : [],
  );
  const [form, fields] = useForm<Values>({
    id: 'publish',
    lastResult: result,
    defaultValue: {
      findings: asked.map(([itemId]) => ({
        ...{ itemId, language: frame.languages[0] ?? 'en', problem: '', resolution: '' },
      })),
    },
  });
  const quotable = said.filter(({ mayQuote, text: words }) => mayQuote && words !== '');
  return (
    <Form method="post" id={form.id} noValidate>
      <h3>{t(report ? 'again' : 'publish')}</h3>
      {report ? <p>{t('againText')}</p> : null}
      <TokenField />
      {job.about.kind === 'text' ? (
        <LocalTextFields
          field={fields.changed}
          languages={frame.languages}
          legend={t('changed')}
          rows={4}
          say={say}
        />
      ) : null}
      {fields.findings.getFieldList().map((field, index) => {
        const own = field.getFieldset();
        const [itemId, question] = asked[index] ?? ['', {}];
        return (
          <fieldset key={itemId} className="stack">
            <legend className="as-written">{text(question)}</legend>
            <p className="hint">{t('findingHint')}</p>
            <input type="hidden" name={own.itemId.name} value={itemId} />
            <SelectField
              id={own.language.id}
              name={own.language.name}
              label={t('wordingLanguage')}
              defaultValue={own.language.initialValue}
              options={frame.languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
            />
            <TextareaField {...fieldProps(own.problem, say)} label={t('problem')} rows={2} />
            <TextareaField {...fieldProps(own.resolution, say)} label={t('resolution')} rows={2} />
          </fieldset>
        );
      })}
      {quotable.length > 0 ? (
        <CheckboxGroup
          id={fields.quoted.id}
          name="quoted"
          legend={t('quotes')}
          hint={t('quotesHint')}
          options={quotable.map(({ id, text: words }) => ({ value: id, label: words }))}
        />
      ) : null}
      <Button>{t('publish')}</Button>
    </Form>
  );
}
