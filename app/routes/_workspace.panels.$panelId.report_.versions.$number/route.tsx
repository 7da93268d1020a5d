import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { ItemRecords } from '../../components/outcomes/item-records.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { getReport } from '../../services/outcomes/get-report.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ panelId: z.uuid(), number: z.coerce.number().int().min(1) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getReport(member, parseParams(params, paramsSchema)));
  return { pageTitle: await outcomesTitle(request, 'version', page.frame.title), ...page };
}

export default function ReportVersionPage() {
  const { frame, content, ...version } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const { date, nameOf } = useLocal();
  const home = `/panels/${frame.id}/report`;
  const file = (format: string, language: string) =>
    `${home}/versions/${version.number}/file?format=${format}&language=${language}`;
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ published: t('done.published') }} />
      <p>
        <Link to={home}>{t('report.back')}</Link>
      </p>
      <h2>{t('report.versionOf', { number: version.number, form: t(`form.${content.kind}`) })}</h2>
      {version.supersededOn === null ? null : (
        <Notice tone="concern">
          {t('report.superseded', { date: date(version.supersededOn) })}
        </Notice>
      )}
      {version.replacedBy === null ? null : (
        <Notice>{t('report.replaced', { number: version.replacedBy })}</Notice>
      )}
      <p>
        {t('report.publishedOn', { date: date(version.publishedOn) })}{' '}
        <span className="muted">{t('report.hash', { hash: version.contentHash })}</span>
      </p>
      <h3>{t('report.download')}</h3>
      <ul>
        {content.languages.map((language) => (
          <li key={language}>
            {nameOf(language)}:{' '}
            <Link to={file('docx', language)} reloadDocument>
              {t('report.word')}
            </Link>
            {' · '}
            <Link to={file('md', language)} reloadDocument>
              {t('report.markdown')}
            </Link>
          </li>
        ))}
      </ul>
      {content.items.map((item) => (
        <article key={item.id} className="stack">
          <h3>{t(`item.${content.kind}.${item.id}` as 'item.gripp2-short.aim')}</h3>
          <ItemRecords panelId={frame.id} item={item} />
          {item.narrative === '' ? null : <p dir="auto">{item.narrative}</p>}
          {item.selfScore === '' ? null : (
            <p>{t('report.selfScoreIs', { score: item.selfScore })}</p>
          )}
        </article>
      ))}
    </>
  );
}
