import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { localText } from '#surveys/model/languages.ts';
import { CopyValue } from '../../components/copy-value.tsx';
import { JoinShell } from '../../components/panel/join-shell.tsx';
import { panelCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireLanguage, wantedLanguages } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getJoinForm } from '../../services/taking-part/get-join-page.server.ts';
import { joinSchema } from '../../services/taking-part/join-input.ts';
import { joinPanel } from '../../services/taking-part/join-panel.server.ts';
import styles from '../../styles/respondent.css?url';
import { JoinFields } from './join-fields.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  const wanted = await wantedLanguages(request);
  const page = await respond(() => getJoinForm({ code, wanted }));
  await requireLanguage(request, page.language);
  const { t } = await requestI18n(context, page.language);
  const title = localText(page.title, page.language, 'en');
  return { ...page, code, pageTitle: `${t('panel:agree.title')} · ${title}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: joinSchema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const input = submission.value;
  const joined = await respond(() => joinPanel({ code: params['code'] ?? '', input }));
  if (!joined.ok) {
    return data({ problems: joined.problems, given: input, joined: null }, { status: 400 });
  }
  const { link, pass, state } = joined;
  const cookie = panelCookie.set({ ...pass, linkNumber: String(pass.linkNumber) });
  const { language, email } = input;
  return data(
    { problems: [], given: input, joined: { link, state, language, isMailed: email !== '' } },
    { headers: { 'Set-Cookie': cookie } },
  );
}

export default function AgreePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <JoinShell frame={page}>
      {answer?.joined ? (
        <Joined {...answer.joined} />
      ) : (
        <JoinFields page={page} problems={answer?.problems ?? []} given={answer?.given} />
      )}
    </JoinShell>
  );
}

interface JoinedProps {
  link: string;
  state: string;
  language: string;
  isMailed: boolean;
}

function Joined({ link, state, language, isMailed }: JoinedProps) {
  const { t } = useTranslation('panel');
  return (
    <>
      <h1>{t('joined.title')}</h1>
      <p>{state === 'candidate' ? t('joined.candidate') : t('joined.active')}</p>
      <h2>{t('joined.keep')}</h2>
      <p>{t('joined.once')}</p>
      <CopyValue label={t('joined.link')} value={link} hint={t('joined.linkHint')} />
      {isMailed ? <p>{t('joined.mailed')}</p> : <p>{t('joined.notMailed')}</p>}
      <div className="actions">
        <a className="button button-primary" href={`/panel?lang=${language}`}>
          {t('joined.goOn')}
        </a>
      </div>
    </>
  );
}
