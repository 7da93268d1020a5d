import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { DossierPart as Part } from '../../services/evidence/get-dossier.server.ts';
import { EvidenceTable } from './evidence-table.tsx';

type Props = { part: Part; mayManage: boolean };

/** How far one language version has come in one population, what is still asked for, and on what it rests. */
export function DossierPart({ part, mayManage }: Props) {
  const { t } = useTranslation('evidence');
  const { nameOf } = useLocal();
  const { language, population, own, withPublished, entries, isSource } = part;
  const id = `${language}-${population}`.replaceAll(/[^\w-]+/gu, '-');
  const computed = entries.filter(({ origin }) => origin.source !== 'published');
  const published = entries.filter(({ origin }) => origin.source === 'published');
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {nameOf(language)}
        {population === '' ? null : ` · ${population}`}
      </h2>
      <p>
        <Tag tone={own.rung === 'draft' ? 'concern' : 'good'} text={t(`rung.${own.rung}`)} />
      </p>
      <p>{t(isSource ? 'sourceMeaning' : `meaning.${own.rung}`)}</p>
      {own.lacks.length > 0 ? (
        <>
          <p>{t('nextAsks')}</p>
          <ul>
            {own.lacks.map((lack) => (
              <li key={lack}>{t(`lack.${lack}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {withPublished.rung === own.rung ? null : (
        <p>{t('withPublished', { rung: t(`rung.${withPublished.rung}`) })}</p>
      )}
      {computed.length > 0 ? (
        <EvidenceTable
          id={`${id}-own`}
          caption={t('own')}
          entries={computed}
          mayManage={mayManage}
        />
      ) : (
        <p className="muted">{t('none')}</p>
      )}
      {published.length > 0 ? (
        <EvidenceTable
          id={`${id}-published`}
          caption={t('published')}
          entries={published}
          mayManage={mayManage}
        />
      ) : null}
    </section>
  );
}
