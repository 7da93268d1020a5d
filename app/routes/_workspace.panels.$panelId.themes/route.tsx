import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { listCodingsOf } from '../../services/themes/list-codings.server.ts';
import { startCoding } from '../../services/themes/start-coding.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({ roundId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listCodingsOf(member, parseParams(params, panelParams)));
  return { pageTitle: await themesPageTitle(request, 'list', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  return submit(
    () => startCoding(member, { panelId, ...submission.value }),
    ({ codingId }) => `/panels/${panelId}/themes/${codingId}`,
  );
}

export default function ThemesPage() {
  const { frame, codings, rounds, reports } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { text, date, number } = useLocal();
  const reply = useActionData<typeof action>();
  const home = `/panels/${frame.id}/themes`;
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <p className="muted">{t('list.text')}</p>
      {codings.length === 0 && rounds.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')} />
      ) : null}
      <ul className="stack plain-list">
        {codings.map(({ id, title }) => {
          const report = reports.find(({ codingId }) => codingId === id);
          return (
            <li key={id} className="card">
              <h2>
                <Link to={`${home}/${id}`}>
                  <bdi>{text(title)}</bdi>
                </Link>
              </h2>
              {report ? (
                <p>
                  <Link to={`${home}/${id}/report`}>
                    {t('list.published', { day: date(report.publishedOn) })}
                  </Link>{' '}
                  {report.supersededOn === null
                    ? null
                    : t('report.superseded', { day: date(report.supersededOn) })}
                </p>
              ) : (
                <p className="muted">{t('list.unpublished')}</p>
              )}
            </li>
          );
        })}
      </ul>
      {frame.may.manageThemes && rounds.length > 0 ? (
        <section className="stack" aria-labelledby="begin">
          <h2 id="begin">{t('list.begin')}</h2>
          {rounds.map((round) => (
            <Form key={round.id} method="post" className="button-row">
              <TokenField />
              <input type="hidden" name="roundId" value={round.id} />
              <Button tone="secondary">
                {t('list.beginRound', {
                  ...{ round: text(round.title), n: number(round.contributions) },
                })}
              </Button>
            </Form>
          ))}
        </section>
      ) : null}
    </>
  );
}
