import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { useLocal } from '../../components/use-local.ts';
import type { PresentedOpinion } from '../../services/opinion/present-opinion.ts';

interface FoundGroupsProps {
  opinion: PresentedOpinion;
  statements: readonly { id: string; text: LocalText }[];
  minimum: number;
}

/** Groups of people who vote alike with what sets each apart, or why there are none. */
export function FoundGroups({ opinion, statements, minimum }: FoundGroupsProps) {
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const { groups, noGroups, stability, isOfFew } = opinion;
  // What few people said shows no pattern even where there is one.
  const why = noGroups === 'votes-unrelated' && isOfFew ? 'few-to-tell' : noGroups;
  const wordsOf = new Map(statements.map((one) => [one.id, text(one.text)]));
  return (
    <section className="stack" aria-labelledby="groups">
      <h3 id="groups">
        {noGroups === null
          ? t('opinion.groups', { n: number(groups.length) })
          : t('opinion.noGroups')}
      </h3>
      <p>
        {why === null
          ? t('opinion.groupsText', {
              ...{ stability: number(Math.round(100 * (stability ?? 0)) / 100) },
              minimum: number(minimum),
            })
          : t(`opinion.why.${why}`, { minimum: number(minimum) })}
      </p>
      {groups.length === 0 ? null : (
        <ul className="side-by-side plain-list">
          {groups.map(({ index, people, isSmall, representative }) => (
            <li key={index} className="card stack">
              <h4>{t('opinion.group', { n: number(index + 1) })}</h4>
              <p className="muted">
                {people === null
                  ? t('opinion.atLeast', { minimum: number(minimum) })
                  : t('opinion.people', { n: number(people) })}
              </p>
              {representative.length === 0 ? (
                <p>{t(isSmall ? 'opinion.nothingTold' : 'opinion.nothingApart')}</p>
              ) : (
                <ul>
                  {representative.map(({ statementId, answer, within }) => (
                    <li key={`${statementId} ${answer}`}>
                      {t(`opinion.mostly.${answer}`)} <bdi>{wordsOf.get(statementId)}</bdi>
                      {within === null ? null : (
                        <span className="muted">
                          {' '}
                          {t('opinion.within', { percent: number(within) })}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
