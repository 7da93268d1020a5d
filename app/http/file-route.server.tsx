import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf } from '#surveys/model/languages.ts';
import { ErrorView } from '../components/error-view.tsx';
import { errorText } from '../components/use-error-text.ts';
import { resolveLanguage } from '../i18n/language.server.ts';
import { requestI18n } from '../i18n/request-i18n.server.ts';
import { log } from '../log.server.ts';
import type { ErrorBody } from './to-response.server.ts';

/** What `data(body, { status })` throws. */
type Refusal = { data: Partial<ErrorBody> | null; init: ResponseInit | null };

function isRefusal(thrown: unknown): thrown is Refusal {
  return typeof thrown === 'object' && thrown !== null && 'data' in thrown && 'init' in thrown;
}

async function refusalPage(args: LoaderFunctionArgs, thrown: unknown): Promise<Response> {
  const { request, context } = args;
  const reference = context.reference ?? '';
  if (!isRefusal(thrown)) log.error({ reference, err: thrown }, 'unexpected error');
  const status = isRefusal(thrown) ? (thrown.init?.status ?? 500) : 500;
  const body = isRefusal(thrown) ? thrown.data : null;
  const language = await resolveLanguage(request);
  const i18n = await requestI18n(context, language);
  const text = errorText(i18n.getFixedT(language, 'errors'), { status, body, reference });
  const page = renderToStaticMarkup(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${status} · Attune`}</title>
      </head>
      <body>
        <ErrorView {...text} />
      </body>
    </html>,
  );
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
  });
  const seconds = body?.values?.['seconds'];
  if (seconds !== undefined) headers.set('Retry-After', String(seconds));
  return new Response(`<!doctype html>${page}`, { status, headers });
}

/**
 * A route without a page answers with a file. Who follows its link and is refused would read JSON:
 * they get a page in their language with the same status.
 */
export function fileRoute(work: (args: LoaderFunctionArgs) => Promise<Response>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await work(args);
    } catch (thrown) {
      if (thrown instanceof Response) throw thrown; // to the sign-in page, for instance
      return refusalPage(args, thrown);
    }
  };
}
