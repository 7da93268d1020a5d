import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RedactionSpan } from '#db/schema/contribution.ts';
import { Button } from '../../components/button.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { spanValue } from '../../services/contributions/redaction-choice.ts';

interface AmendFormProps {
  original: { revision: number; spans: readonly RedactionSpan[] };
  /** Words that were to be hidden and do not stand in the text. */
  missing: readonly string[];
  words: string;
  reason: string;
}

/** Words that others read already: more can be taken out of them, with a reason that the author reads. */
export function AmendForm({ original, missing, words, reason }: AmendFormProps) {
  const { t } = useTranslation('moderation');
  const { listOf } = useLocal();
  return (
    <Form method="post" className="stack" noValidate>
      <TokenField />
      <input type="hidden" name="revision" value={original.revision} />
      {original.spans.map((span) => (
        <input key={span.start} type="hidden" name="hide" value={spanValue(span)} />
      ))}
      <TextareaField
        id="words"
        name="words"
        label={t('redact.words')}
        hint={t('redact.wordsHint')}
        defaultValue={words}
        error={
          missing.length > 0 ? t('problem.words-not-found', { words: listOf(missing) }) : undefined
        }
      />
      <TextareaField
        id="reason"
        name="reason"
        label={t('amend.reason')}
        hint={t('amend.reasonHint')}
        defaultValue={reason}
        maxLength={2000}
      />
      <div className="button-row">
        <Button tone="secondary" name="intent" value="preview">
          {t('redact.preview')}
        </Button>
        <Button name="intent" value="amend">
          {t('amend.confirm')}
        </Button>
      </div>
    </Form>
  );
}
