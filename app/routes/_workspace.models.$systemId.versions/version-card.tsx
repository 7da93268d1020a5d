import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getVersions } from '../../services/register/get-versions.server.ts';

type Version = Awaited<ReturnType<typeof getVersions>>['versions'][number];

function useInterval() {
  const { t } = useTranslation('models');
  const { number } = useLocal();
  return ({ low, high }: Version['performance'][number]) =>
    low === undefined || high === undefined
      ? t('none')
      : t('version.interval', { low: number(low), high: number(high) });
}

function Performance({ version }: { version: Version }) {
  const { t } = useTranslation('models');
  const { number } = useLocal();
  const interval = useInterval();
  if (version.performance.length === 0) return null;
  return (
    <DataTable
      id={`performance-${version.id}`}
      caption={t('version.performance')}
      stacks
      columns={[
        { key: 'metric', label: t('version.metric') },
        { key: 'value', label: t('version.value'), numeric: true },
        { key: 'interval', label: t('version.between'), numeric: true },
        { key: 'n', label: t('version.n'), numeric: true },
        { key: 'data', label: t('version.data') },
      ]}
      rows={version.performance.map((stated, index) => ({
        key: String(index),
        cells: {
          metric: <bdi>{[stated.metric, stated.subgroup].filter(Boolean).join(' · ')}</bdi>,
          value: [number(stated.value), stated.unit].filter(Boolean).join(' '),
          interval: interval(stated),
          n: stated.n === undefined ? t('none') : number(stated.n),
          data: <span dir="auto">{stated.data ?? t('none')}</span>,
        },
      }))}
    />
  );
}

/** What is known of one version, and at how many places it runs. */
export function VersionCard({ version, mayEdit }: { version: Version; mayEdit: boolean }) {
  const { t } = useTranslation(['models', 'register']);
  const { date } = useLocal();
  const { algorithm, learning, uncertainty, mlflow } = version;
  const registry = Object.values(mlflow).join(' · ');
  const facts = [
    ['releasedOn', version.releasedOn === null ? '' : date(version.releasedOn)],
    ['modelType', version.modelType],
    ['foundationModels', version.foundationModels],
    ['algorithm', algorithm === null ? '' : t(`register:algorithm.${algorithm}`)],
    ['learning', learning === null ? '' : t(`register:learning.${learning}`)],
    ['uncertainty', uncertainty === null ? '' : t(`register:uncertainty.${uncertainty}`)],
    ['thresholds', version.thresholds.join('; ')],
    ['weightsHash', version.weightsHash],
    ['registry', registry],
  ] as const;
  return (
    <section className="card stack" aria-labelledby={version.id}>
      <div className="card-head">
        <h2 id={version.id}>
          <bdi>{version.version}</bdi>
        </h2>
        <p>{t('models:version.running', { count: version.running })}</p>
      </div>
      <Definitions
        items={facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => ({ term: t(`models:version.${key}`), value }))}
      />
      <Performance version={version} />
      {mayEdit ? (
        <p>
          <Link to={`/models/${version.systemId}/versions/${version.id}`}>
            {t('models:version.edit', { version: version.version })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
