import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ProgressText } from '../../components/progress-text.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type {
  DraftOfLanguage,
  DraftsPage as Page,
} from '../../services/themes/get-drafts-page.server.ts';
import { FoundThemes } from './found-themes.tsx';
import { isUnderWay } from './is-under-way.ts';

function DraftForm({ one, minimum }: { one: DraftOfLanguage; minimum: number }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { language, texts, draft } = one;
  if (draft && isUnderWay(one)) {
    return (
      <Form method="post">
        <TokenField />
        <input type="hidden" name="draftId" value={draft.id} />
        <Button name="intent" value="cancel" tone="secondary">
          {t('draft.cancel')}
        </Button>
      </Form>
    );
  }
  if (texts < minimum) return <p>{t('draft.tooFew', { n: number(minimum) })}</p>;
  return (
    <Form method="post" noValidate className="stack">
      <TokenField />
      <input type="hidden" name="language" value={language} />
      <TextField
        id={`wanted-${language}`}
        name="wanted"
        inputMode="numeric"
        label={t('draft.wanted')}
        hint={t('draft.wantedHint')}
        optionalLabel={t('optional')}
      />
      <div>
        <Button name="intent" value="request" tone={draft ? 'secondary' : 'primary'}>
          {t(draft ? 'draft.again' : 'draft.request')}
        </Button>
      </div>
    </Form>
  );
}

interface LanguageDraftProps {
  one: DraftOfLanguage;
  page: Page;
  /** The draft that is open. */
  open: string | null;
  /** By draft, as it was looked up since the page was read. */
  progress: ReadonlyMap<string, number>;
}

/** The draft of one language; what was found is long, and folded where there are several. */
export function LanguageDraft({ one, page, open, progress }: LanguageDraftProps) {
  const { t } = useTranslation('themes');
  const { nameOf, number } = useLocal();
  const { language, texts, draft, result } = one;
  const percent = Math.round(100 * (progress.get(draft?.id ?? '') ?? draft?.progress ?? 0));
  const byHand = result?.themes.filter(({ steadiness }) => steadiness === 'by-hand').length ?? 0;
  return (
    <section className="stack" aria-labelledby={`draft-${language}`}>
      <h3 id={`draft-${language}`}>{nameOf(language)}</h3>
      <p className="muted">{t('draft.texts', { n: number(texts) })}</p>
      {draft && isUnderWay(one) ? (
        <div role="status">
          <ProgressText
            text={t('draft.underWay', { percent: number(percent) })}
            current={percent}
            total={100}
          />
        </div>
      ) : null}
      {draft?.state === 'failed' || draft?.state === 'cancelled' ? (
        <p>{t(`draft.${draft.state}`)}</p>
      ) : null}
      {page.frame.may.manageThemes ? <DraftForm one={one} minimum={page.minimum} /> : null}
      {draft && result ? (
        <details open={open === draft.id || page.languages.length === 1}>
          <summary>
            {t('draft.result', {
              n: number(result.themes.length - byHand),
              rest: number(byHand),
            })}
          </summary>
          <div className="stack">
            <FoundThemes draftId={draft.id} {...{ page, language, result }} />
          </div>
        </details>
      ) : null}
    </section>
  );
}
