import { useForm } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { env } from '../../env.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { requestPasswordReset } from '../../services/sign-in/request-password-reset.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  email: z.email({
    error: (issue) => (issue.input === undefined ? 'email-missing' : 'email-invalid'),
  }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const i18n = await translate(request);
  const isSent = new URL(request.url).searchParams.has('sent');
  return { title: i18n.t('sign-in:forgotten.title'), isSent, mailed: env().smtp !== null };
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const language = await resolveLanguage(request);
  await respond(() => requestPasswordReset({ ...submission.value, language }));
  return redirect('/forgot-password?sent=1', 303);
}

export default function ForgotPasswordPage() {
  const { title, isSent, mailed } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['sign-in', 'common']);
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'forgot-password',
    lastResult: useActionData<typeof action>()?.result ?? null,
    constraint: getZodConstraint(schema),
  });
  const say = (code: string) => t(`problem.${code as 'email-invalid'}`);
  if (isSent) {
    return (
      <SignInPage title={title}>
        <Notice live>{t(mailed ? 'forgotten.sent' : 'link.sentByAdministrator')}</Notice>
      </SignInPage>
    );
  }
  return (
    <SignInPage title={title}>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.email], say)} />
      <p>{t(mailed ? 'forgotten.lead' : 'forgotten.leadNoMail')}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          autoComplete="username"
          label={t('email')}
        />
        <Button>{t(mailed ? 'forgotten.submit' : 'link.submitNoMail')}</Button>
      </Form>
    </SignInPage>
  );
}
