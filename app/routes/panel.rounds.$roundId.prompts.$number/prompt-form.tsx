import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { RoundPage } from '../../services/taking-part/get-round-page.server.ts';
import type { Register } from '../../services/taking-part/prompt-wording.ts';

interface PromptFormProps {
  id: string;
  page: {
    number: number;
    total: number;
    prompt: RoundPage['prompts'][number];
    register: Register;
    wording: string;
    isEasyOffered: boolean;
  };
  /** What was written before it was refused. */
  given: { text: string; typedValue: string } | undefined;
}

export function PromptForm({ id, page, given }: PromptFormProps) {
  const { t } = useTranslation('panel');
  const { number: asNumber, locale } = useLocal();
  const { number, total, prompt, register, wording, isEasyOffered } = page;
  const { about } = prompt;
  const margin = about?.kind === 'margin' ? about : null;
  const typed = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 });
  const value = prompt.value === null ? '' : typed.format(prompt.value);
  const other: Register = register === 'standard' ? 'easy-read' : 'standard';
  return (
    <>
      <h1 dir="auto">{wording}</h1>
      {about?.kind === 'text' && (
        <section className="quoted-text" aria-label={about.name}>
          <h2 dir="auto">{about.name}</h2>
          <Paragraphs text={about.text} />
        </section>
      )}
      <form method="post" id={id} noValidate>
        <TokenField />
        <input type="hidden" name="total" value={total} />
        <input type="hidden" name="shown" value={prompt.mark} />
        {margin && (
          <TextField
            id="value"
            name="value"
            label={t('prompt.value')}
            hint={t('prompt.bounds', { low: asNumber(margin.low), high: asNumber(margin.high) })}
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            maxLength={20}
            defaultValue={given?.typedValue ?? value}
          />
        )}
        <TextareaField
          id="text"
          name="text"
          label={margin ? t('prompt.whyText') : t('prompt.text')}
          hint={t('prompt.anyLanguage')}
          dir="auto"
          rows={8}
          maxLength={10000}
          defaultValue={given?.text ?? prompt.draft}
        />
        <p className="hint">{t('prompt.names')}</p>
        <div className="actions">
          <Button name="to" value="next">
            {number < total ? t('prompt.next') : t('prompt.review')}
          </Button>
          <Button name="to" value="before" tone="secondary">
            {t('prompt.before')}
          </Button>
          <Button name="to" value="later" tone="secondary">
            {t('prompt.later')}
          </Button>
        </div>
        {isEasyOffered && (
          <p>
            <Button name="register" value={other} tone="secondary">
              {t(`prompt.show.${other}`)}
            </Button>
          </p>
        )}
      </form>
      <p className="saved">{t('prompt.kept')}</p>
    </>
  );
}
