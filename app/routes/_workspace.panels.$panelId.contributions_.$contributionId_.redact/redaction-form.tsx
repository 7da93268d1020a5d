import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RedactionSpan } from '#db/schema/contribution.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { kindOf, spanValue } from '../../services/contributions/redaction-choice.ts';

interface RedactionFormProps {
  original: { text: string; revision: number };
  spans: readonly RedactionSpan[];
  /** Words that were to be hidden and do not stand in the text. */
  missing: readonly string[];
  words: string;
}

/** What is taken out: a list of checkboxes, and a field for words that no rule knows. */
export function RedactionForm({ original, spans, missing, words }: RedactionFormProps) {
  const { t } = useTranslation('moderation');
  const { listOf } = useLocal();
  return (
    <Form method="post" className="stack">
      <TokenField />
      <input type="hidden" name="revision" value={original.revision} />
      {spans.length === 0 ? (
        <Notice>{t('redact.none')}</Notice>
      ) : (
        <CheckboxGroup
          id="hide"
          name="hide"
          legend={t('redact.spans')}
          hint={t('redact.spansHint')}
          values={spans.map(spanValue)}
          options={spans.map((span) => ({
            value: spanValue(span),
            label: original.text.slice(span.start, span.end),
            hint: `${t(`kind.${kindOf(span.kind)}`)} · ${t(
              span.proposedBy === 'machine' ? 'redact.byMachine' : 'redact.byPerson',
            )}`,
          }))}
        />
      )}
      <TextareaField
        id="words"
        name="words"
        label={t('redact.words')}
        hint={t('redact.wordsHint')}
        defaultValue={missing.length > 0 ? words : ''}
        error={
          missing.length > 0 ? t('problem.words-not-found', { words: listOf(missing) }) : undefined
        }
      />
      <div className="button-row">
        <Button tone="secondary" name="intent" value="preview">
          {t('redact.preview')}
        </Button>
        <Button name="intent" value="confirm">
          {t('redact.confirm')}
        </Button>
      </div>
    </Form>
  );
}
