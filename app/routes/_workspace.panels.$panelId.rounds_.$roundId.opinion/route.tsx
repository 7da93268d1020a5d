import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { getOpinion } from '../../services/opinion/get-opinion.server.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { FoundGroups } from './found-groups.tsx';
import { StatementList } from './statement-list.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getOpinion(member, parseParams(params, roundParams)));
  return { pageTitle: await panelPageTitle(request, 'rounds', page.frame.title), ...page };
}

export default function OpinionPage() {
  const { frame, round, statements, opinion, isLate, minimumGroup } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const hasGroups = (opinion?.groups.length ?? 0) > 0;
  const shared = { statements, hasGroups, isOfFew: opinion?.isOfFew === true };
  return (
    <>
      <PanelHeader frame={frame} />
      <h2>{t('opinion.title')}</h2>
      <p>
        <Link to={`/panels/${frame.id}/rounds/${round.id}`}>
          <bdi>{text(round.title)}</bdi>
        </Link>
      </p>
      {opinion === null ? (
        <Notice>
          {isLate
            ? t('opinion.late')
            : t(round.state === 'closed' ? 'opinion.tooFew' : 'opinion.later', {
                minimum: number(minimumGroup),
              })}
        </Notice>
      ) : (
        <>
          <FoundGroups opinion={opinion} statements={statements} minimum={minimumGroup} />
          <StatementList {...shared} kind="agreed" items={opinion.agreed} />
          <StatementList {...shared} kind="disagreed" items={opinion.disagreed} />
          {shared.hasGroups ? (
            <>
              <StatementList
                {...shared}
                kind="divisive"
                items={opinion.divisive.map((statementId) => ({ statementId, shared: null }))}
              />
              {opinion.isOfFew ? null : (
                <StatementList
                  {...shared}
                  kind="apart"
                  items={opinion.apart.map((statementId) => ({ statementId, shared: null }))}
                />
              )}
            </>
          ) : null}
          {opinion.isOfFew ? <p className="muted">{t('opinion.ofFew')}</p> : null}
          <p className="muted">{t('opinion.not')}</p>
        </>
      )}
    </>
  );
}
