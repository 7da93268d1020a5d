import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { directionOf, type Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { getWording } from '../../services/instruments/get-wording.server.ts';
import { ProvenanceFields } from './provenance-fields.tsx';
import type { wordingSchema } from './wording-schema.ts';

export type Wording = Awaited<ReturnType<typeof getWording>>;
export type WordingValues = z.input<typeof wordingSchema>;

interface WordingFieldsProps {
  language: Language;
  wording: Wording;
  result: SubmissionResult | null;
}

function startingValues({ baseHash, standard, easyRead, texts }: Wording): WordingValues {
  return {
    baseHash,
    origin: standard?.origin,
    easyReadOrigin: easyRead?.origin,
    translatedBy: standard?.translatedBy,
    checkerName: standard?.checkedBy?.name,
    checkerRole: standard?.checkedBy?.role,
    checkedOn: standard?.checkedBy?.on,
    texts: texts.map(({ path, text }) => ({ path, text })),
  };
}

/** One field a text, each under the source it translates. */
export function WordingFields({ language, wording, result }: WordingFieldsProps) {
  const { t } = useTranslation(['instruments', 'errors', 'common']);
  const [form, fields] = useForm<WordingValues>({
    id: 'wording',
    lastResult: result,
    defaultValue: startingValues(wording),
  });
  const say = (code: string) => t(`errors:${code as 'wording-refused'}`);
  const rows = fields.texts.getFieldList().map((row, index) => {
    const { path, text } = row.getFieldset();
    return { path, text, known: wording.texts[index] };
  });
  const errors = [
    ...(form.errors ?? []).map((code) => ({ href: `#${form.id}`, text: say(code) })),
    ...errorLinks(
      [
        fields.translatedBy,
        fields.checkerName,
        fields.checkerRole,
        fields.checkedOn,
        ...rows.map((row) => row.text),
      ],
      say,
    ),
  ];
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <Form method="post" id={form.id}>
        <TokenField />
        <input type="hidden" name={fields.baseHash.name} value={fields.baseHash.initialValue} />
        <ProvenanceFields wording={wording} fields={fields} say={say} />
        {rows.map(({ path, text, known }) => (
          <div key={path.key}>
            <input type="hidden" name={path.name} value={path.initialValue} />
            <TextareaField
              {...fieldProps(text, say)}
              label={t(`instruments:${placeOf(known?.path ?? '')}`, { id: known?.subject ?? '' })}
              hint={hintOf(known, wording.isSource)}
              rows={2}
              lang={language}
              dir={directionOf(language)}
            />
            {(known?.findings ?? []).map((finding) => (
              <p key={finding.code} className="field-hint">
                {t(`instruments:lint.${finding.code}`, { ...finding.values })}
              </p>
            ))}
          </div>
        ))}
        <Button>{t('instruments:wording.submit')}</Button>
      </Form>
    </>
  );
}

function hintOf(known: Wording['texts'][number] | undefined, isSource: boolean) {
  return isSource || !known?.source ? undefined : known.source;
}

/** What kind of text lies at a place of the document. */
function placeOf(path: string) {
  const last = path.split('/').at(-1);
  if (path === '/title') return 'wording.place.title';
  if (path === '/description') return 'wording.place.description';
  if (last === 'stem' && path.startsWith('/textItems')) return 'wording.place.textStem';
  if (last === 'stem') return 'wording.place.stem';
  if (last === 'easyRead') return 'wording.place.easyRead';
  if (last === 'label') return 'wording.place.label';
  if (last === 'hint') return 'wording.place.hint';
  return path.startsWith('/scales') ? 'wording.place.scale' : 'wording.place.page';
}
