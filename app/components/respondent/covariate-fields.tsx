import { useTranslation } from 'react-i18next';
import { SelectField } from '../select-field.tsx';

interface CovariateFieldsProps {
  questions: readonly {
    id: string;
    question: string;
    options: readonly { value: string; label: string }[];
    value: string;
  }[];
}

/** Lists rather than rows: asked once, and a phone shows all of them without much scrolling. */
export function CovariateFields({ questions }: CovariateFieldsProps) {
  const { t } = useTranslation('respondent');
  return questions.map(({ id, question, options, value }) => (
    <SelectField
      key={id}
      id={`covariate-${id}`}
      name={`covariate.${id}`}
      label={question}
      optionalLabel={t('consent.optional')}
      defaultValue={value}
      options={[
        { value: '', label: t('consent.choose') },
        ...options,
        { value: 'none', label: t('consent.preferNot') },
      ]}
    />
  ));
}
