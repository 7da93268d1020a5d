import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { PresentedDraft } from '../../services/themes/get-drafts-page.server.ts';

type Merge = PresentedDraft['merges'][number];

interface MergeListProps {
  draftId: string;
  language: string;
  merges: readonly Merge[];
  mayManage: boolean;
}

function Choices({ draftId, merge }: { draftId: string; merge: Merge }) {
  const { t } = useTranslation('themes');
  const choices =
    merge.decision === null ? (['accepted', 'refused'] as const) : (['open'] as const);
  return (
    <Form method="post" className="inline">
      <TokenField />
      <input type="hidden" name="intent" value="merge" />
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="merge" value={merge.place} />
      {choices.map((choice) => (
        <Button key={choice} name="choice" value={choice} tone="secondary">
          {t(`merge.${choice}`)}
        </Button>
      ))}
    </Form>
  );
}

/** Small themes that may be one: people say which are, and can take that back. */
export function MergeList({ draftId, language, merges, mayManage }: MergeListProps) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  if (merges.length === 0) return null;
  const open = merges.filter(({ decision }) => decision === null).length;
  return (
    <section className="stack" aria-labelledby={`merges-${language}`}>
      <h4 id={`merges-${language}`}>{t('merge.title', { n: number(open) })}</h4>
      <p className="muted">{t('merge.text')}</p>
      <ul className="stack plain-list">
        {merges.map((merge) => (
          <li key={merge.place} className="card stack">
            <ul>
              {merge.parts.map(({ phrases, size }) => (
                <li key={phrases.join()}>
                  <span lang={language} dir={directionOf(toLanguage(language))}>
                    {phrases.slice(0, 4).join(' · ')}
                  </span>{' '}
                  <span className="muted">{t('draft.texts', { n: number(size) })}</span>
                </li>
              ))}
            </ul>
            <p className="muted">
              {t('merge.likeness', { likeness: number(Math.round(100 * merge.likeness) / 100) })}
              {merge.decision === null ? null : ` ${t(`merge.was.${merge.decision}`)}`}
            </p>
            {mayManage ? <Choices draftId={draftId} merge={merge} /> : null}
          </li>
        ))}
      </ul>
      {mayManage && open > 1 ? (
        <Form method="post">
          <TokenField />
          <input type="hidden" name="intent" value="merge" />
          <input type="hidden" name="draftId" value={draftId} />
          <input type="hidden" name="choice" value="accepted" />
          <Button tone="secondary">{t('merge.all')}</Button>
        </Form>
      ) : null}
    </section>
  );
}
