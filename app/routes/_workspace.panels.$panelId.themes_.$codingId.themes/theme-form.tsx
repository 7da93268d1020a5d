import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { LocalTextFields, type LocalValues } from '../../components/local-text-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';

interface ThemeFormProps {
  theme: { id: string; title: LocalText; summary: LocalText; revision: number } | null;
  languages: readonly Language[];
  result: SubmissionResult | null;
}

type Fields = { title: LocalValues; summary: LocalValues };

/** The words of a theme in each language of the panel. */
export function ThemeForm({ theme, languages, result }: ThemeFormProps) {
  const { t } = useTranslation('themes');
  const say = useSay();
  const id = `theme-${theme?.id ?? 'new'}`;
  const [form, fields] = useForm<Fields, string[]>({
    id,
    lastResult: result?.initialValue?.['form'] === id ? result : null,
    defaultValue: { title: theme?.title ?? {}, summary: theme?.summary ?? {} },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="stack" noValidate>
      <TokenField />
      <input type="hidden" name="form" value={id} />
      {theme === null ? null : <input type="hidden" name="themeId" value={theme.id} />}
      <input type="hidden" name="revision" value={theme?.revision ?? 0} />
      <LocalTextFields
        field={fields.title}
        languages={languages}
        legend={t('theme.title')}
        say={say}
      />
      <LocalTextFields
        field={fields.summary}
        languages={languages}
        legend={t('theme.summary')}
        hint={t('theme.summaryHint')}
        rows={2}
        say={say}
      />
      <div className="button-row">
        <Button name="intent" value="save">
          {t('theme.save')}
        </Button>
        {theme === null ? null : (
          <Button name="intent" value="remove" tone="secondary">
            {t('theme.remove')}
          </Button>
        )}
      </div>
    </Form>
  );
}
