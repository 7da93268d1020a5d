import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Instrument } from '#surveys/model/instrument.ts';
import { directionOf } from '#surveys/model/languages.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';

/** What is asked in words already, each with the way to change it and to take it out. */
export function TextItemList({ document, baseHash }: { document: Instrument; baseHash: string }) {
  const { t } = useTranslation('instruments');
  const { number } = useLocal();
  const { sourceLanguage } = document;
  const items = textItemsOf(document);
  if (items.length === 0) return <p>{t('textItem.none')}</p>;
  return items.map(({ id, stem, maximumLength }) => (
    <article key={id} className="card stack">
      <h2>
        <code dir="ltr">{id}</code>
      </h2>
      <p lang={sourceLanguage} dir={directionOf(sourceLanguage)}>
        {stem[sourceLanguage]}
      </p>
      <p className="muted">
        {t('textItem.limit')}: {t('textItem.limitOf', { limit: number(maximumLength) })}
      </p>
      <p>
        <Link to={`?item=${id}`}>{t('textItem.change', { id })}</Link>
      </p>
      <ConfirmDetails summary={t('textItem.remove', { id })} consequence={t('textItem.removeText')}>
        <Form method="post">
          <TokenField />
          <input type="hidden" name="baseHash" value={baseHash} />
          <input type="hidden" name="id" value={id} />
          <Button tone="danger" name="intent" value="remove">
            {t('textItem.remove', { id })}
          </Button>
        </Form>
      </ConfirmDetails>
    </article>
  ));
}
