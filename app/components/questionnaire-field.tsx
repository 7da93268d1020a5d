import { useTranslation } from 'react-i18next';
import type { OfferedQuestionnaire } from '../services/panels/get-questionnaires.server.ts';
import { SelectField } from './select-field.tsx';
import { useLocal } from './use-local.ts';

interface QuestionnaireFieldProps {
  id: string;
  name: string;
  defaultValue: string | undefined;
  error: string | undefined;
  /** What the round asks already; it may be over meanwhile. */
  chosen: string;
  questionnaires: readonly OfferedQuestionnaire[];
}

/** The open wave of a confidential study that a round asks people to answer, if any. */
export function QuestionnaireField(props: QuestionnaireFieldProps) {
  const { chosen, questionnaires, ...field } = props;
  const { t } = useTranslation('panels');
  const { text } = useLocal();
  const isOver = chosen !== '' && !questionnaires.some(({ waveId }) => waveId === chosen);
  return (
    <SelectField
      {...field}
      label={t('questionnaire.label')}
      hint={t(questionnaires.length === 0 ? 'questionnaire.noneOpen' : 'questionnaire.hint')}
      options={[
        { value: '', label: t('none') },
        ...(isOver ? [{ value: chosen, label: t('questionnaire.over') }] : []),
        ...questionnaires.map(({ waveId, title, wave }) => ({
          value: waveId,
          label: t('questionnaire.name', { study: text(title), wave }),
        })),
      ]}
    />
  );
}
