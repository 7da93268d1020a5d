import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { useRegisterWords } from '../../components/models/use-register-words.ts';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { getCards } from '../../services/register/cards/get-cards.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getCards(member, parseParams(params, systemParams)));
  return { pageTitle: await systemPageTitle(request, 'cards', page.frame.name), ...page };
}

type Page = Awaited<ReturnType<typeof loader>>;

function Downloads({ frame, left, keptBack, missingInDutch }: Omit<Page, 'pageTitle' | 'imports'>) {
  const { t } = useTranslation('models');
  const { section } = useRegisterWords();
  const { listOf, number } = useLocal();
  const file = (format: string) => `/models/${frame.id}/cards/file?format=${format}`;
  const formats =
    missingInDutch.length === 0
      ? (['chai', 'fhir', 'atrs', 'nl'] as const)
      : (['chai', 'fhir', 'atrs'] as const);
  return (
    <section className="card" aria-labelledby="downloads">
      <h2 id="downloads">{t('cards.out')}</h2>
      <p>{t('cards.outText')}</p>
      {left.length === 0 ? null : (
        <p className="muted">{t('cards.left', { sections: listOf(left.map(section)) })}</p>
      )}
      {keptBack === 0 ? null : (
        <p className="muted">{t('cards.keptBack', { fields: number(keptBack) })}</p>
      )}
      <div className="button-row">
        {formats.map((format) => (
          <LinkButton key={format} to={file(format)} reloadDocument>
            {t(`cards.${format}`)}
          </LinkButton>
        ))}
      </div>
      {missingInDutch.length === 0 ? null : (
        <p className="muted">
          {t('cards.dutchMissing')} <code dir="ltr">{missingInDutch.join(', ')}</code>
        </p>
      )}
    </section>
  );
}

function Imports({ imports }: Pick<Page, 'imports'>) {
  const { t } = useTranslation('models');
  const { date } = useLocal();
  return (
    <section className="card" aria-labelledby="imports">
      <h2 id="imports">{t('cards.in')}</h2>
      {imports.length === 0 ? <p className="muted">{t('cards.none')}</p> : null}
      {imports.map((card) => (
        <details key={card.id}>
          <summary>
            <bdi>{card.fileName}</bdi>, {card.appliedOn === null ? '' : date(card.appliedOn)}:{' '}
            {t('cards.kept', { count: card.unmapped.length })}
          </summary>
          <p>
            <Link to={`/models/import/${card.id}`}>{t('import.report')}</Link>
          </p>
          <dl className="definitions">
            {card.unmapped.map((field, index) => (
              <div key={`${field.path} ${index}`}>
                <dt>
                  <code dir="ltr">{field.path}</code>
                </dt>
                <dd className="as-written" dir="auto">
                  {field.text}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

export default function CardsPage() {
  const { imports, ...page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  return (
    <>
      <SystemHeader
        frame={page.frame}
        action={
          page.frame.may.manage && page.frame.stage !== 'retired' ? (
            <LinkButton to="/models/import">{t('import.title')}</LinkButton>
          ) : undefined
        }
      />
      <Downloads {...page} />
      <Imports imports={imports} />
    </>
  );
}
