import { parseWithZod } from '@conform-to/zod/v4';
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
import { z } from 'zod';
import { Notice } from '../../components/notice.tsx';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { env } from '../../env.server.ts';
import { localPath } from '../../http/local-path.ts';
import { readForm } from '../../http/read-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { openSignInLink } from '../../services/sign-in/open-sign-in-link.server.ts';
import { requestSignInLink } from '../../services/sign-in/request-sign-in-link.server.ts';
import styles from '../../styles/respondent.css?url';
import { OpenForm } from './open-form.tsx';
import { RequestForm } from './request-form.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('request'),
    email: z.email({
      error: (issue) => (issue.input === undefined ? 'email-missing' : 'email-invalid'),
    }),
  }),
  z.object({ intent: z.literal('open') }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const i18n = await translate(request);
  const state = query.has('token') ? 'open' : query.has('sent') ? 'sent' : 'ask';
  const mailed = env().smtp !== null;
  const title = i18n.t(state === 'open' ? 'sign-in:link.open' : 'sign-in:link.title');
  return { title, state, mailed } as const;
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const query = new URL(request.url).searchParams;
  const to = localPath(query.get('to'));
  const form = submission.value;
  switch (form.intent) {
    case 'request': {
      const language = await resolveLanguage(request);
      await respond(() => requestSignInLink({ email: form.email, language, to }));
      return redirect('/sign-in/link?sent=1', 303);
    }
    case 'open': {
      const cookies = await openSignInLink(request.headers, query.get('token') ?? '');
      if (cookies) return redirect(to, { status: 303, headers: cookies });
      return data({ result: submission.reply({ formErrors: ['link-refused'] }) }, { status: 400 });
    }
  }
}

export default function SignInLinkPage() {
  const { title, state, mailed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('sign-in');
  const result = useActionData<typeof action>()?.result;
  return (
    <SignInPage title={title}>
      {state === 'sent' ? (
        <Notice live>{t(mailed ? 'link.sent' : 'link.sentByAdministrator')}</Notice>
      ) : null}
      {state === 'open' ? <OpenForm result={result} /> : null}
      {state === 'ask' ? <RequestForm result={result} mailed={mailed} /> : null}
    </SignInPage>
  );
}
