import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { PersonPage } from './person-form.tsx';

/** A new personal link by mail, where there is an address and paper is not needed, or as a letter. */
export function LinkForms({ page }: { page: PersonPage }) {
  const { t } = useTranslation('recruitment');
  const { person, frame } = page;
  const needsLetter = person.needs.includes('paper') || person.needs.includes('phone');
  return (
    <section className="stack" aria-labelledby="link">
      <h3 id="link">{t('link.title')}</h3>
      <p>{t('link.text')}</p>
      {needsLetter ? <p>{t('link.paper')}</p> : null}
      <div className="actions">
        {person.email === '' ? null : (
          <Form method="post">
            <TokenField />
            <Button tone="secondary" name="intent" value="mail">
              {t('link.mail')}
            </Button>
          </Form>
        )}
        <Form method="post" action={`/panels/${frame.id}/people/${person.id}/letter`}>
          <TokenField />
          <Button tone="secondary">{t('link.letter')}</Button>
        </Form>
      </div>
    </section>
  );
}
