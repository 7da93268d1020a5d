import { useTranslation } from 'react-i18next';

/** The numbers as they were kept, by their technical names: they do not change with later ones. */
export function Evidence({ evidence }: { evidence: Record<string, unknown> }) {
  const { t } = useTranslation('monitoring');
  const said = Object.entries(evidence).filter(([, value]) => value !== null && value !== '');
  if (said.length === 0) return null;
  return (
    <details className="card">
      <summary>{t('alert.evidence')}</summary>
      <dl className="definitions" dir="ltr">
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
