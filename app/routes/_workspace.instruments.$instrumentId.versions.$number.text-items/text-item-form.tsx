import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import {
  usualMaximumLength,
  type Instrument,
  type LanguageVersion,
  type TextItem,
} from '#surveys/model/instrument.ts';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { TextItemValues } from './text-item-schema.ts';

interface TextItemFormProps {
  document: Instrument;
  baseHash: string;
  /** Null: a new one. */
  item: TextItem | null;
  result: SubmissionResult | null;
}

function textOf(item: TextItem | null, { language, register }: LanguageVersion): string {
  const texts = register === 'standard' ? item?.stem : item?.easyRead;
  return texts?.[language] ?? '';
}

/** One field for each language version: a question is asked in all of them or not at all. */
export function TextItemForm({ document, baseHash, item, result }: TextItemFormProps) {
  const { t } = useTranslation(['instruments', 'errors', 'common']);
  const { nameOf, text } = useLocal();
  const { versions, pages } = document;
  const pageId = pages.find(({ items }) => items.includes(item?.id ?? ''))?.id ?? pages.at(-1)?.id;
  const [form, fields] = useForm<TextItemValues>({
    id: 'text-item',
    lastResult: result,
    defaultValue: {
      id: item?.id,
      pageId,
      maximumLength: item?.maximumLength ?? usualMaximumLength,
      wording: versions.map((version) => ({ ...version, text: textOf(item, version) })),
    },
  });
  const say = (code: string) => t(`errors:${code as 'text-item-refused'}`);
  const rows = fields.wording.getFieldList().map((row) => row.getFieldset());
  const errors = [
    ...(form.errors ?? []).map((code) => ({ href: `#${form.id}`, text: say(code) })),
    ...errorLinks([fields.id, fields.maximumLength, ...rows.map((row) => row.text)], say),
  ];
  return (
    <section className="stack" aria-labelledby="text-item-title">
      <h2 id="text-item-title">
        {item ? t('instruments:textItem.change', { id: item.id }) : t('instruments:textItem.add')}
      </h2>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <Form method="post" id={form.id}>
        <TokenField />
        <input type="hidden" name="baseHash" value={baseHash} />
        <input type="hidden" name={fields.isNew.name} value={String(item === null)} />
        {item ? (
          <input type="hidden" name={fields.id.name} value={item.id} />
        ) : (
          <TextField
            {...fieldProps(fields.id, say)}
            label={t('instruments:textItem.id')}
            hint={t('instruments:textItem.idHint')}
            dir="ltr"
            autoComplete="off"
          />
        )}
        <SelectField
          id={fields.pageId.id}
          name={fields.pageId.name}
          label={t('instruments:item.page')}
          hint={t('instruments:textItem.pageHint')}
          options={pages.map(({ id, title }) => ({ value: id, label: text(title) }))}
          defaultValue={fields.pageId.initialValue}
        />
        <TextField
          {...fieldProps(fields.maximumLength, say)}
          label={t('instruments:textItem.maximum')}
          hint={t('instruments:textItem.maximumHint')}
          inputMode="numeric"
        />
        {versions.map(({ language, register }, index) => {
          const row = rows[index];
          if (!row) return null;
          const kind = register === 'standard' ? 'wording' : 'easyReadWording';
          return (
            <div key={`${language} ${register}`}>
              <input type="hidden" name={row.language.name} value={language} />
              <input type="hidden" name={row.register.name} value={register} />
              <TextareaField
                {...fieldProps(row.text, say)}
                label={t(`instruments:textItem.${kind}`, { language: nameOf(language) })}
                rows={2}
                lang={language}
                dir={directionOf(language)}
              />
            </div>
          );
        })}
        <Button name="intent" value="save">
          {t('instruments:textItem.save')}
        </Button>
      </Form>
    </section>
  );
}
