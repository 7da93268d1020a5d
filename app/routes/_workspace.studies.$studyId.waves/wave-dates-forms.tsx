import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { Waves } from './wave-table.tsx';

function WaveDatesForm({ wave }: { wave: Waves[number] }) {
  const { t } = useTranslation('studies');
  return (
    <Form method="post">
      <fieldset className="stack">
        <legend>{t('wave.datesOf', { name: wave.name })}</legend>
        <TokenField />
        <input type="hidden" name="waveId" value={wave.id} />
        {wave.state === 'planned' && wave.number > 1 ? (
          <TextField
            id={`opening-${wave.number}`}
            name="opening"
            type="date"
            label={t('wave.opening')}
            hint={t('wave.openingHint')}
            defaultValue={wave.plannedOpening ?? ''}
          />
        ) : null}
        <TextField
          id={`closing-${wave.number}`}
          name="closing"
          type="date"
          label={t('wave.closing')}
          hint={t('wave.closingHint')}
          defaultValue={wave.plannedClosing ?? ''}
        />
        <Button tone="secondary" name="intent" value="dates">
          {t('wave.saveDates', { name: wave.name })}
        </Button>
      </fieldset>
    </Form>
  );
}

/** On which days waves open and close by themselves. */
export function WaveDatesForms({ waves }: { waves: Waves }) {
  const { t } = useTranslation('studies');
  const changing = waves.filter(({ state }) => state !== 'closed');
  if (changing.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="wave-dates">
      <h2 id="wave-dates">{t('wave.datesTitle')}</h2>
      <p>{t('wave.datesText')}</p>
      {changing.map((wave) => (
        <WaveDatesForm key={wave.id} wave={wave} />
      ))}
    </section>
  );
}
