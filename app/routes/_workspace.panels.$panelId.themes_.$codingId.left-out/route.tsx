import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { directionOf } from '#surveys/model/languages.ts';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { getLeftOut } from '../../services/themes/get-left-out.server.ts';
import { leftOutReasons } from '../../services/themes/reason-left-out.ts';
import { LeftOutPages } from './left-out-pages.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const search = z.object({
  reason: z.enum(leftOutReasons).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const asked = { ...parseParams(params, codingParams), ...searchOf(request, search) };
  const page = await respond(() => getLeftOut(member, asked));
  return { pageTitle: await themesPageTitle(request, 'left-out', page.frame.title), ...page };
}

export default function LeftOutPage() {
  const { frame, coding, total, groups } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  const left = groups.reduce((sum, { texts }) => sum + texts, 0);
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <p>{t('leftOut.text', { left: number(left), total: number(total) })}</p>
      {groups.map(({ reason, texts, shown, page, isAsked }) => (
        <details key={reason} open={isAsked || (texts > 0 && texts <= 20)}>
          <summary>{t(`leftOut.${reason}`, { n: number(texts) })}</summary>
          <ul className="stack">
            {shown.map(({ id, text, language }) => (
              <li key={id}>
                <Link
                  to={`${home}?at=${id}`}
                  lang={language}
                  dir={directionOf(toLanguage(language))}
                >
                  {text.trim() === '' ? t('leftOut.noWords') : text}
                </Link>
              </li>
            ))}
          </ul>
          <LeftOutPages {...{ home, reason, page, texts }} />
        </details>
      ))}
    </>
  );
}
