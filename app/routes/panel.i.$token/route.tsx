import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { OwnShell } from '../../components/respondent/own-shell.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import {
  openPersonalLink,
  readPersonalLink,
} from '../../services/taking-part/open-personal-link.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Mail scanners open links: looking at the page uses nothing up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await respond(() => readPersonalLink(params['token'] ?? ''));
  const pass = panelCookie.read(request);
  const isHere = pass?.memberId === link.memberId && pass.linkNumber === String(link.linkNumber);
  if (link.linkUsed && isHere) throw redirect('/panel');
  const language = await resolveLanguage(request);
  const { t } = await requestI18n(context, language);
  const isUsed = link.linkUsed;
  const title = isUsed ? t('panel:open.usedTitle') : t('panel:open.title');
  return data({ isUsed, language, title }, { status: isUsed ? 410 : 200 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  await readForm(request);
  const token = params['token'] ?? '';
  const opened = await respond(() => openPersonalLink(token));
  if (!opened) throw redirect(`/panel/i/${token}`, 303);
  const { pass, language } = opened;
  const cookie = panelCookie.set({ ...pass, linkNumber: String(pass.linkNumber) });
  const headers = { 'Set-Cookie': cookie };
  return redirect(`/panel?lang=${language}`, { status: 303, headers });
}

export default function PersonalLinkPage() {
  const { isUsed, language, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panel');
  return (
    <OwnShell language={language}>
      <h1>{title}</h1>
      {isUsed ? (
        <>
          <p>{t('open.used')}</p>
          <p className="link-row">
            <a href="/panel">{t('open.sameDevice')}</a>
          </p>
          <p className="link-row">
            <a href="/panel/link">{t('open.getNew')}</a>
          </p>
        </>
      ) : (
        <form method="post">
          <TokenField />
          <p>{t('open.once')}</p>
          <div className="actions">
            <Button>{t('open.button')}</Button>
          </div>
        </form>
      )}
    </OwnShell>
  );
}
