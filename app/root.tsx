import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { RootErrorPage } from './components/root-error-page.tsx';
import { formToken } from './http/form-token.server.ts';
import { useNonce } from './http/nonce.tsx';
import { languageChoice, resolveLanguage } from './i18n/language.server.ts';
import { toLanguage } from './i18n/locales.ts';

/** Pages name themselves; what is left are errors, whose number every language reads. */
export const meta: MetaFunction = ({ error }) => {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return [{ title: error ? `${status} · Attune` : 'Attune' }];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const choice = await languageChoice(request);
  const body = {
    language: await resolveLanguage(request),
    formToken: formToken(request),
    reference: context.reference ?? '',
  };
  return data(body, choice ? { headers: { 'Set-Cookie': choice } } : {});
}

/** A route with `handle = { script: false }` is complete without script and ships none. */
function useScripts(): boolean {
  return !useMatches().some(
    (match) => (match.handle as { script?: boolean } | undefined)?.script === false,
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const language = root?.language ?? toLanguage(i18n.language);
  // Browsers carry no Kazakh dates and numbers: script would write the page anew, half of it in English.
  const scripts = useScripts() && language !== 'kk';
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripts ? <ScrollRestoration nonce={nonce} /> : null}
        {scripts ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RootErrorPage />;
}
