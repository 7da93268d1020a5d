import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { RoundPage } from '../../services/taking-part/get-round-page.server.ts';

/** What there is to do in a round, each with where the person stands. */
export function RoundSteps({ round }: { round: RoundPage }) {
  const { t } = useTranslation('panel');
  const { text } = useLocal();
  const here = `/panel/rounds/${round.id}`;
  const { prompts, statements } = round;
  const voted = statements.filter(({ choice }) => choice !== null).length;
  const hasDrafts = prompts.some(({ isBegun }) => isBegun);
  return (
    <>
      {prompts.length > 0 && (
        <>
          <h2>{t('round.prompts')}</h2>
          <ol className="panel-cards">
            {prompts.map((prompt, index) => (
              <li key={prompt.id}>
                <p className="card-title">
                  {round.isOpen && !prompt.isSent ? (
                    <a href={`${here}/prompts/${index + 1}`}>
                      <bdi>{text(prompt.text)}</bdi>
                    </a>
                  ) : (
                    <bdi>{text(prompt.text)}</bdi>
                  )}
                </p>
                <p>
                  {prompt.isSent
                    ? t('round.prompt.sent')
                    : prompt.isBegun
                      ? t('round.prompt.begun')
                      : t('round.prompt.open')}
                </p>
              </li>
            ))}
          </ol>
          {round.isOpen && hasDrafts && (
            <div className="actions">
              <a className="button button-primary" href={`${here}/review`}>
                {t('round.toReview')}
              </a>
            </div>
          )}
        </>
      )}
      {statements.length > 0 && (
        <>
          <h2>{t('round.statements')}</h2>
          <p>{t('round.voted', { done: voted, count: statements.length })}</p>
          <p className="link-row">
            <a href={`${here}/statements`}>
              {round.isOpen ? t('round.toStatements') : t('round.seeStatements')}
            </a>
          </p>
        </>
      )}
      <h2>{t('round.rating')}</h2>
      {round.isRated ? (
        <p>{t('rating.thanks')}</p>
      ) : (
        <>
          <p>{t('round.ratingHint')}</p>
          <p className="link-row">
            <a href={`${here}/rating`}>{t('round.toRating')}</a>
          </p>
        </>
      )}
    </>
  );
}
