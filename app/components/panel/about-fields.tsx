import { useTranslation } from 'react-i18next';
import type { AboutMe } from '../../services/taking-part/require-joinable.server.ts';
import { Notice } from '../notice.tsx';
import { RadioRows } from '../radio-rows.tsx';
import { useLocal } from '../use-local.ts';
import { Paragraphs } from './paragraphs.tsx';

interface AboutFieldsProps {
  about: NonNullable<AboutMe>;
  values: Readonly<Record<string, string>>;
}

/** Questions about the person, with why they are asked and until when the answers are kept. */
export function AboutFields({ about, values }: AboutFieldsProps) {
  const { t } = useTranslation('panel');
  const { text, date } = useLocal();
  return (
    <>
      <Notice title={t('about.why')}>
        <Paragraphs text={about.purpose} />
        <p>{t('about.kept', { day: date(about.expiresOn) })}</p>
        <p>{t('about.apart')}</p>
      </Notice>
      {about.strata.map((stratum) => (
        <RadioRows
          key={stratum.id}
          id={`band-${stratum.id}`}
          name={`band.${stratum.id}`}
          legend={text(stratum.question)}
          hint={t('optional')}
          options={[
            ...stratum.bands.map(({ id, label }) => ({ value: id, label: text(label) })),
            { value: 'not-said', label: t('about.notSaid'), muted: true },
          ]}
          value={values[stratum.id]}
        />
      ))}
    </>
  );
}
