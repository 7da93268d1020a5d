import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { LinkButton } from '../../components/button.tsx';
import { choiceListOf, useRegisterWords } from '../../components/models/use-register-words.ts';
import { useLocal } from '../../components/use-local.ts';
import {
  fieldsOf,
  usualVisibility,
  type FieldKind,
  type FieldName,
  type Section,
  type Visibility,
} from '../../services/register/description-fields.ts';
import type { FieldValue, SectionValues } from '../../services/register/description-schema.ts';

import { UdiRemark } from './udi-remark.tsx';

type Wave = { id: string; name: string; studyId: string; study: LocalText };

interface SectionProps {
  section: Section;
  values: SectionValues;
  visibility: Visibility | undefined;
  /** Where to change it; null: the reader may not. */
  edit: string | null;
  waves: readonly Wave[];
  countries: Readonly<Record<string, string>>;
}

function WaveLink({ id, waves }: { id: string; waves: readonly Wave[] }) {
  const { t } = useTranslation('models');
  const { text } = useLocal();
  const wave = waves.find((each) => each.id === id);
  if (!wave) return <>{t('waveUnseen')}</>;
  return (
    <Link to={`/studies/${wave.studyId}`}>
      <bdi>{t('wave', { study: text(wave.study), wave: wave.name })}</bdi>
    </Link>
  );
}

function useValueText({ section, waves, countries }: SectionProps) {
  const { choice } = useRegisterWords();
  const { date, number, languages, listOf } = useLocal();
  const entries = (value: FieldValue) => (Array.isArray(value) ? value : [String(value)]);
  return (name: FieldName, kind: FieldKind, value: FieldValue): ReactNode => {
    const list = choiceListOf(section, name);
    switch (kind) {
      case 'choice':
      case 'choices':
        return listOf(entries(value).map((word) => (list ? choice(list, word) : word)));
      case 'countries':
        return listOf(entries(value).map((code) => countries[code] ?? code));
      case 'languages':
        return languages(entries(value));
      case 'date':
      case 'past':
        return date(String(value));
      case 'number':
        return number(Number(value));
      case 'wave':
        return <WaveLink id={String(value)} waves={waves} />;
      case 'address':
        return (
          <a href={String(value)} rel="noreferrer" dir="ltr">
            {String(value)}
          </a>
        );
      case 'list':
        return (
          <ul className="compact-list">
            {entries(value).map((entry) => (
              <li key={entry} dir="auto">
                {entry}
              </li>
            ))}
          </ul>
        );
      case 'line':
      case 'text':
      case 'currency':
      case 'udi':
        return (
          <span className="as-written" dir="auto">
            {String(value)}
          </span>
        );
    }
  };
}

/** A section of the description: what is said, and how much is not. */
export function DescriptionSection(props: SectionProps) {
  const { section, values, visibility, edit } = props;
  const { t } = useTranslation(['models', 'register']);
  const words = useRegisterWords();
  const show = useValueText(props);
  const fields = fieldsOf(section);
  const said = fields.flatMap(([name, { kind }]) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, kind, value }];
  });
  const open = fields.length - said.length;
  return (
    <section className="card" aria-labelledby={section}>
      <div className="card-head">
        <h2 id={section}>{words.section(section)}</h2>
        {edit === null ? null : (
          <LinkButton to={edit}>
            {t('models:edit')}
            <span className="visually-hidden">: {words.section(section)}</span>
          </LinkButton>
        )}
      </div>
      {said.length === 0 ? null : (
        <dl className="definitions">
          {said.map(({ name, kind, value }) => (
            <div key={name}>
              <dt>{words.field(name)}</dt>
              <dd>{show(name, kind, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {section === 'regulatory' ? <UdiRemark udi={values.udi} /> : null}
      <p className="muted">
        {open === 0 ? null : `${t('models:open', { count: open })} `}
        {t('models:seenBy', { who: t(`register:visibility.${visibility ?? usualVisibility}`) })}
      </p>
    </section>
  );
}
