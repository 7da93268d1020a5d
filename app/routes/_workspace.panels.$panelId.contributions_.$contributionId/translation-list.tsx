import { useTranslation } from 'react-i18next';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { TranslationNote } from '../../components/translation-note.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getContribution } from '../../services/contributions/get-contribution.server.ts';

type Translations = Awaited<ReturnType<typeof getContribution>>['translations'];

/** After the words themselves, never in their place. */
export function TranslationList({ translations }: { translations: Translations }) {
  const { t } = useTranslation('moderation');
  const { nameOf } = useLocal();
  if (translations.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="translations-title">
      <h2 id="translations-title">{t('page.translations')}</h2>
      {translations.map((translation) => (
        <div key={translation.id} className="stack">
          <h3>{nameOf(translation.language)}</h3>
          <SpokenWords text={translation.text} language={translation.language} />
          <TranslationNote translation={translation} />
        </div>
      ))}
    </section>
  );
}
