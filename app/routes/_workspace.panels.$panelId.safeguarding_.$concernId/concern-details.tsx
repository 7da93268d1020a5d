import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import type { getConcern } from '../../services/safeguarding/get-concern.server.ts';

type Page = Awaited<ReturnType<typeof getConcern>>;

/** The person's words as they were written, and how to reach them. */
export function ConcernDetails({ note, words, contact }: Pick<Page, 'note' | 'words' | 'contact'>) {
  const { t } = useTranslation('moderation');
  const ways = (['name', 'email', 'phone', 'agreedBy'] as const)
    .map((key) => ({ term: t(`safeguarding.${key}`), value: contact?.[key] ?? '' }))
    .filter(({ value }) => value !== '');
  return (
    <>
      {note === '' ? null : (
        <section className="stack" aria-labelledby="note-title">
          <h3 id="note-title">{t('safeguarding.note')}</h3>
          <p className="policy-text">{note}</p>
        </section>
      )}
      <section className="stack" aria-labelledby="words-title">
        <h3 id="words-title">{t('safeguarding.words')}</h3>
        {words === null ? (
          <p className="muted">{t('safeguarding.noWords')}</p>
        ) : (
          <SpokenWords text={words.text} language={words.language} />
        )}
      </section>
      <section className="stack" aria-labelledby="contact-title">
        <h3 id="contact-title">{t('safeguarding.contact')}</h3>
        {ways.length === 0 ? (
          <p className="muted">{t('safeguarding.noContact')}</p>
        ) : (
          <Facts items={ways} />
        )}
      </section>
    </>
  );
}
