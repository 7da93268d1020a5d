import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { StudyState } from '#db/schema/study.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { Waves } from './wave-table.tsx';

/** What can be done with the waves now. */
export function WaveActions({ state, waves }: { state: StudyState; waves: Waves }) {
  const { t } = useTranslation('studies');
  const open = waves.find((wave) => wave.state === 'open');
  const next = waves.find((wave) => wave.state === 'planned');
  const last = waves.at(-1);
  return (
    <>
      {state === 'open' && !open && next ? (
        <Form method="post">
          <TokenField />
          <Button name="intent" value="open">
            {t('wave.open', { name: next.name })}
          </Button>
        </Form>
      ) : null}
      {open ? (
        <ConfirmDetails
          summary={t('wave.close', { name: open.name })}
          consequence={t('wave.closeText')}
        >
          <Form method="post">
            <TokenField />
            <input type="hidden" name="waveId" value={open.id} />
            <Button tone="danger" name="intent" value="close">
              {t('wave.close', { name: open.name })}
            </Button>
          </Form>
        </ConfirmDetails>
      ) : null}
      {last?.state === 'planned' && waves.length > 1 ? (
        <Form method="post">
          <TokenField />
          <input type="hidden" name="waveId" value={last.id} />
          <Button tone="secondary" name="intent" value="remove">
            {t('wave.remove', { name: last.name })}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
