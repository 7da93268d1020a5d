import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';

interface AskedListProps {
  kind: 'prompt' | 'statement';
  asked: readonly {
    id: string;
    text: LocalText;
    easyRead: LocalText;
    contributionId?: string | null;
  }[];
  home: string;
  mayEdit: boolean;
}

/** What a round asks, in the order of asking. Statements say who wrote them. */
export function AskedList({ kind, asked, home, mayEdit }: AskedListProps) {
  const { t } = useTranslation('panels');
  const { text, languages } = useLocal();
  const source = kind === 'statement' ? [{ key: 'source', label: t('statement.source') }] : [];
  return (
    <section className="stack" aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>{t(`${kind}.title`)}</h3>
      {asked.length === 0 ? (
        <p className="muted">{t(`${kind}.none`)}</p>
      ) : (
        <DataTable
          id={`${kind}s`}
          caption={t(`${kind}.title`)}
          captionHidden
          columns={[
            { key: 'text', label: t(`${kind}.text`) },
            { key: 'languages', label: t('panel.languages') },
            { key: 'easyRead', label: t('easyRead') },
            ...source,
          ]}
          rows={asked.map((one) => ({
            key: one.id,
            cells: {
              text: mayEdit ? (
                <Link to={`${home}/${kind}?${kind}=${one.id}`}>
                  <bdi>{text(one.text)}</bdi>
                </Link>
              ) : (
                <bdi>{text(one.text)}</bdi>
              ),
              languages: languages(Object.keys(one.text)),
              easyRead:
                Object.keys(one.easyRead).length === 0
                  ? t('none')
                  : languages(Object.keys(one.easyRead)),
              source: t(one.contributionId == null ? 'statement.ours' : 'statement.theirs'),
            },
          }))}
        />
      )}
      {mayEdit ? (
        <p>
          <LinkButton to={`${home}/${kind}`}>{t(`${kind}.add`)}</LinkButton>
        </p>
      ) : null}
    </section>
  );
}
