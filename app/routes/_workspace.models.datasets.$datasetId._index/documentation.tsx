import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';
import { Evidence } from '../../components/models/evidence.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDataset } from '../../services/register/get-dataset.server.ts';

type Page = Awaited<ReturnType<typeof getDataset>>;

const tones = {
  documented: 'good',
  partly: 'concern',
  not: 'alert',
  'not-applicable': 'neutral',
} as const;

interface GroupProps {
  group: Page['documentation'][number];
  /** Where to say something else; null: the reader may not. */
  edit: string | null;
}

function GroupTable({ group, edit }: GroupProps) {
  const { t } = useTranslation(['models', 'register']);
  const { date } = useLocal();
  return (
    <DataTable
      id={`papers-${group.group}`}
      caption={t(`register:documentationGroup.${group.group}`)}
      columns={[
        { key: 'text', label: t('models:documentation.item') },
        { key: 'state', label: t('models:recommendation.state') },
        { key: 'evidence', label: t('models:recommendation.evidence') },
        { key: 'on', label: t('models:recommendation.statedOn') },
        ...(edit === null ? [] : [{ key: 'edit', label: t('models:action') }]),
      ]}
      rows={group.items.map(({ item, statement, by }) => ({
        key: item,
        cells: {
          text: t(`register:documentation.${item}`),
          state: statement ? (
            <Tag
              tone={tones[statement.state]}
              text={t(`register:documentationState.${statement.state}`)}
            />
          ) : (
            <Tag tone="unknown" text={t('models:recommendation.open')} />
          ),
          evidence: statement ? <Evidence {...statement} /> : null,
          on: statement
            ? t('models:period.by', { day: date(statement.statedOn), by: by ?? t('models:none') })
            : null,
          edit:
            edit === null ? null : (
              <Link to={`${edit}/${item}`}>
                {t('models:edit')}
                <span className="visually-hidden">: {t(`register:documentation.${item}`)}</span>
              </Link>
            ),
        },
      }))}
    />
  );
}

const source = 'https://doi.org/10.1016/S2589-7500(24)00224-3';

/** What the papers of a data set tell, and what they leave open. */
export function Documentation(
  page: Pick<Page, 'dataset' | 'documentation' | 'summary' | 'mayManage'>,
) {
  const { dataset, documentation, summary, mayManage } = page;
  const { t } = useTranslation(['models', 'register']);
  const { number } = useLocal();
  return (
    <section className="card stack" aria-labelledby="documentation">
      <h2 id="documentation">{t('models:documentation.title')}</h2>
      <p className="muted">
        {t('models:documentation.intro')}{' '}
        <a href={source} rel="noreferrer" dir="ltr">
          doi:10.1016/S2589-7500(24)00224-3
        </a>
      </p>
      <Facts
        items={[
          ...summary.counts.map(({ state, count }) => ({
            term: t(`register:documentationState.${state}`),
            value: number(count),
          })),
          { term: t('models:recommendation.open'), value: number(summary.open) },
        ]}
      />
      {documentation.map((group) => (
        <GroupTable
          key={group.group}
          group={group}
          edit={mayManage ? `/models/datasets/${dataset.id}/documentation` : null}
        />
      ))}
    </section>
  );
}
