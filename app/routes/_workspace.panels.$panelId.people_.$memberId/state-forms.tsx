import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { PersonPage } from './person-form.tsx';

/** What the person said on the phone or on paper; each is confirmed first. */
export function StateForms({ page }: { page: PersonPage }) {
  const { t } = useTranslation('recruitment');
  const { person } = page;
  const mayDecide = person.state === 'candidate' || person.state === 'selected';
  if (!mayDecide) return null;
  return (
    <section className="stack" aria-labelledby="state">
      <h3 id="state">{t('state.title')}</h3>
      {(['active', 'declined'] as const).map((to) => (
        <ConfirmDetails key={to} summary={t(`state.${to}`)} consequence={t(`state.${to}Text`)}>
          <Form method="post">
            <TokenField />
            <input type="hidden" name="revision" value={person.revision} />
            <Button tone={to === 'active' ? 'primary' : 'danger'} name="intent" value={to}>
              {t(`state.${to}`)}
            </Button>
          </Form>
        </ConfirmDetails>
      ))}
    </section>
  );
}
