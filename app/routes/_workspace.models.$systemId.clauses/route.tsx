import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Facts } from '../../components/facts.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { getClauses } from '../../services/register/clauses/get-clauses.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';
import { ClauseTable } from './clause-table.tsx';
import { ReuseTable } from './reuse-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getClauses(member, parseParams(params, systemParams)));
  return { pageTitle: await systemPageTitle(request, 'clauses', page.frame.name), ...page };
}

type Page = Awaited<ReturnType<typeof loader>>;

/** What is asked of this system; what is asked of others is folded away. */
function FrameworkClauses(
  props: Pick<Page, 'frame' | 'withheld'> & { group: Page['groups'][number] },
) {
  const { frame, withheld, group } = props;
  const { t } = useTranslation('clauses');
  const isAsked = ({ because }: (typeof group.items)[number]) =>
    because !== 'role' && because !== 'tier';
  const others = group.items.filter((item) => !isAsked(item));
  const shared = { withheld, systemId: frame.id, mayManage: frame.may.manage };
  return (
    <>
      <ClauseTable
        {...shared}
        id={`clauses-${group.framework}`}
        caption={t(`framework.${group.framework}`)}
        items={group.items.filter(isAsked)}
      />
      {others.length === 0 ? null : (
        <details>
          <summary>{t('notAsked', { count: others.length })}</summary>
          <ClauseTable
            {...shared}
            id={`others-${group.framework}`}
            caption={t('othersCaption')}
            items={others}
          />
        </details>
      )}
    </>
  );
}

export default function ClausesPage() {
  const { frame, isSaid, withheld, groups, evidence } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['clauses', 'models']);
  const { number } = useLocal();
  return (
    <>
      <SystemHeader frame={frame} />
      <DoneNotice words={{ saved: t('models:done.saved') }} />
      <Notice>{t('clauses:intro')}</Notice>
      {isSaid ? null : (
        <Notice tone="concern">
          <p>
            {t('clauses:unsaid')}{' '}
            {frame.may.manage ? (
              <Link to={`/models/${frame.id}/describe/regulatory`}>{t('clauses:sayIt')}</Link>
            ) : null}
          </p>
        </Notice>
      )}
      {groups.map((group) => (
        <section
          key={group.framework}
          className="card stack"
          aria-labelledby={`clauses-${group.framework}-caption`}
        >
          <Facts
            items={group.counts.map(({ state, count }) => ({
              ...{ term: t(`clauses:state.${state}`), value: number(count) },
            }))}
          />
          <FrameworkClauses {...{ group, frame, withheld }} />
        </section>
      ))}
      <section className="card" aria-labelledby="reuse">
        <h2 id="reuse">{t('clauses:reuse.title')}</h2>
        <ReuseTable {...{ evidence, withheld, systemId: frame.id }} />
      </section>
    </>
  );
}
