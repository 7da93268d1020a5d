import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Notice } from '../../components/notice.tsx';
import { OwnShell } from '../../components/respondent/own-shell.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { formText } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { isAddress } from '../../services/taking-part/join-input.ts';
import { sendNewLinks } from '../../services/taking-part/send-new-links.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = await resolveLanguage(request);
  const { t } = await requestI18n(context, language);
  const { searchParams } = new URL(request.url);
  const came = (['left', 'sent'] as const).find((how) => searchParams.has(how)) ?? null;
  return { language, came, title: t('panel:link.title') };
}

export async function action({ request }: ActionFunctionArgs) {
  const email = formText(await readForm(request), 'email')
    .trim()
    .slice(0, 200);
  if (email === '' || !isAddress(email)) return data({ email }, { status: 400 });
  await respond(() => sendNewLinks(email));
  return redirect('/panel/link?sent', 303);
}

export default function LinkPage() {
  const { language, came, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation('common');
  const error = refused && t('problem.email-invalid');
  return (
    <OwnShell language={language}>
      <ErrorSummary
        title={common('errorSummary')}
        errors={error === undefined ? [] : [{ href: '#email', text: error }]}
      />
      {came && !refused && (
        <Notice tone="good" live>
          {t(`link.${came}`)}
        </Notice>
      )}
      <h1>{title}</h1>
      <p>{t('link.explain')}</p>
      <p>{t('link.device')}</p>
      <h2>{t('link.byMail')}</h2>
      <p>{t('link.byMailHint')}</p>
      <form method="post" noValidate>
        <TokenField />
        <TextField
          id="email"
          name="email"
          label={t('details.email')}
          error={error}
          inputMode="email"
          autoComplete="email"
          dir="ltr"
          maxLength={200}
          defaultValue={refused?.email}
        />
        <div className="actions">
          <Button>{t('link.send')}</Button>
        </div>
      </form>
      <h2>{t('link.noMail')}</h2>
      <p>{t('link.noMailHint')}</p>
    </OwnShell>
  );
}
