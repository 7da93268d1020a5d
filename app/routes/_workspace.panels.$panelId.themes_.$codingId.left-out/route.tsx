import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { getLeftOut } from '../../services/themes/get-left-out.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getLeftOut(member, parseParams(params, codingParams)));
  return { pageTitle: await themesPageTitle(request, 'left-out', page.frame.title), ...page };
}

export default function LeftOutPage() {
  const { frame, coding, total, groups } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  const left = groups.reduce((sum, { texts }) => sum + texts.length, 0);
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <p>{t('leftOut.text', { left: number(left), total: number(total) })}</p>
      {groups.map(({ reason, texts }) => (
        <details key={reason} open={texts.length > 0 && texts.length <= 20}>
          <summary>{t(`leftOut.${reason}`, { n: number(texts.length) })}</summary>
          <ul className="stack">
            {texts.map(({ id, text, language }) => (
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
        </details>
      ))}
    </>
  );
}
