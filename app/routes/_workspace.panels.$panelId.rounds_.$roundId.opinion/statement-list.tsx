import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { useLocal } from '../../components/use-local.ts';
import type { PresentedStatement } from '../../services/opinion/present-opinion.ts';

interface StatementListProps {
  kind: 'agreed' | 'disagreed' | 'divisive' | 'apart';
  items: readonly PresentedStatement[];
  statements: readonly { id: string; text: LocalText }[];
  hasGroups: boolean;
  isOfFew: boolean;
}

/** Statements of one kind in their order, or that there are none. */
export function StatementList(props: StatementListProps) {
  const { kind, items, statements, hasGroups, isOfFew } = props;
  const meaning = isOfFew && kind === 'divisive' ? 'divisiveOfFew' : kind;
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const wordsOf = new Map(statements.map((one) => [one.id, text(one.text)]));
  return (
    <section className="stack" aria-labelledby={kind}>
      <h3 id={kind}>{t(`opinion.${kind}`)}</h3>
      {hasGroups ? <p className="muted">{t(`opinion.means.${meaning}`)}</p> : null}
      {items.length === 0 ? (
        <p>{t('opinion.none')}</p>
      ) : (
        <ol className="stack">
          {items.map(({ statementId, shared }) => (
            <li key={statementId}>
              <bdi>{wordsOf.get(statementId)}</bdi>
              {shared ? (
                <p className="muted">
                  {t('opinion.shared', {
                    ...{ share: number(shared.share), low: number(shared.low) },
                    high: number(shared.high),
                  })}
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
