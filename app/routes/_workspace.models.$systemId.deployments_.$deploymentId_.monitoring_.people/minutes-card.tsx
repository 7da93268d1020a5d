import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { useLocal } from '../../components/use-local.ts';
import type { Minutes } from '../../services/monitoring/oversight/evaluate-minutes.ts';
import type { OversightPage } from '../../services/monitoring/oversight/get-oversight.server.ts';
import { CodeTable } from './code-table.tsx';
import { NotSent, usePeriod } from './section.tsx';

/** What people say beside what a clock says. */
function Beside({ beside }: { beside: NonNullable<Minutes['beside']> }) {
  const { t } = useTranslation('oversight');
  const { number } = useLocal();
  const period = usePeriod();
  const { between, decimal } = useStatistics();
  const { said, clock, difference, interval } = beside;
  const [low, high] = interval;
  const key = low > 0 ? 'more' : high < 0 ? 'less' : 'same';
  return (
    <p>
      {t('minutes.beside', {
        ...{ period: period(said.from, said.to), said: decimal(said.median, 1) },
        ...{ clock: decimal(clock.median, 1), saidN: number(said.n), clockN: number(clock.n) },
        difference: between(difference, interval, (value) => decimal(value, 1)),
      })}{' '}
      {t(`minutes.${key}`)}
    </p>
  );
}

/** Minutes saved, and what became of them. */
export function MinutesCard({ minutes, wave }: { minutes: Minutes; wave: OversightPage['wave'] }) {
  const { t } = useTranslation(['oversight', 'models']);
  const { text } = useLocal();
  const { newest, beside, used } = minutes;
  const unsent = [
    ...(newest.length === 0 ? ['minutes-saved'] : []),
    ...(used === null ? ['minutes-used'] : []),
  ];
  const isOneSided = newest.length > 0 && beside === null;
  return (
    <section className="card stack" aria-labelledby="minutes-heading">
      <h2 id="minutes-heading">{t('oversight:minutes.heading')}</h2>
      <p>{t('oversight:minutes.text')}</p>
      {isOneSided ? <p>{t('oversight:minutes.oneSided')}</p> : null}
      {beside === null ? null : (
        <>
          <Beside beside={beside} />
          <p className="muted">{t('oversight:minutes.rough')}</p>
        </>
      )}
      {unsent.length === 0 ? null : <NotSent metrics={unsent} />}
      {used === null ? null : (
        <CodeTable
          id="minutes-used"
          caption={t('oversight:minutes.used')}
          heading={t('oversight:minutes.usedFor')}
          found={used}
        />
      )}
      {wave === null ? null : (
        <p>
          {t('oversight:minutes.wave')}{' '}
          <Link to={`/studies/${wave.studyId}`}>
            <bdi>{t('models:wave', { study: text(wave.study), wave: wave.name })}</bdi>
          </Link>
        </p>
      )}
    </section>
  );
}
