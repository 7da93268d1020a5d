import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getOwnCredit } from '../../services/taking-part/get-me.server.ts';

type Output = Awaited<ReturnType<typeof getOwnCredit>>['outputs'][number];

interface CreditFormProps {
  output: Output;
  number: number;
  mayBeNamed: boolean;
  given: { choice: string; name: string } | undefined;
}

/** How one is named in one output; once that is published it stays. */
export function CreditForm({ output, number, mayBeNamed, given }: CreditFormProps) {
  const { t } = useTranslation('panel');
  const { text, date, number: asNumber } = useLocal();
  const labels = {
    named: t('credit.choice.named'),
    pseudonym: t('credit.choice.pseudonym', { number: asNumber(number) }),
    none: t('credit.choice.none'),
  };
  const choice = output.choice ?? 'none';
  if (output.publishedOn !== null) {
    return (
      <section className="panel-card">
        <h2 dir="auto">{text(output.title)}</h2>
        <p>{t('credit.published', { day: date(output.publishedOn) })}</p>
        <p>
          {labels[choice]} <bdi>{output.name}</bdi>
        </p>
      </section>
    );
  }
  const offered = mayBeNamed ? (['named', 'pseudonym', 'none'] as const) : (['none'] as const);
  return (
    <section className="panel-card">
      <h2 dir="auto">{text(output.title)}</h2>
      <form method="post">
        <TokenField />
        <input type="hidden" name="outputId" value={output.id} />
        <RadioRows
          id={`choice-${output.id}`}
          name="choice"
          legend={t('credit.how')}
          options={offered.map((value) => ({ value, label: labels[value] }))}
          value={given?.choice ?? choice}
        />
        {mayBeNamed && (
          <TextField
            id={`name-${output.id}`}
            name="name"
            label={t('credit.name')}
            hint={t('credit.nameHint')}
            maxLength={200}
            defaultValue={given?.name ?? output.name ?? ''}
          />
        )}
        <div className="actions">
          <Button>{t('save')}</Button>
        </div>
      </form>
    </section>
  );
}
