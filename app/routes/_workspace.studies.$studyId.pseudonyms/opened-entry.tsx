import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { OpenedPseudonym } from '../../services/studies/open-pseudonym.server.ts';

/** One entry of the key, shown once; or that there is none. */
export function OpenedEntry({ opened }: { opened: OpenedPseudonym }) {
  const { t } = useTranslation(['studies', 'moderation']);
  const { text, number } = useLocal();
  if (opened === null) {
    return (
      <Notice title={t('studies:pseudonyms.noEntry')}>{t('studies:pseudonyms.noEntryText')}</Notice>
    );
  }
  return (
    <section className="card stack" aria-labelledby="entry">
      <h3 id="entry">{t('studies:pseudonyms.entry')}</h3>
      <Definitions
        items={[
          { term: t('studies:pseudonyms.pseudonym'), value: opened.pseudonym },
          {
            term: t('studies:pseudonyms.person'),
            value: t('moderation:member', { number: number(opened.number) }),
          },
          { term: t('studies:pseudonyms.panel'), value: text(opened.panel) },
        ]}
      />
      <p className="muted">{t('studies:pseudonyms.once')}</p>
    </section>
  );
}
