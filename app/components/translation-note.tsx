import { useTranslation } from 'react-i18next';
import { Tag } from './tag.tsx';
import { useLocal } from './use-local.ts';

interface TranslationNoteProps {
  translation: {
    origin: 'human' | 'machine';
    by: string;
    createdAt: Date | string;
    checkedBy: string | null;
    checkedOn: string | null;
  };
}

/** Who made a translation, a person or a model, and who checked it. */
export function TranslationNote({ translation }: TranslationNoteProps) {
  const { t } = useTranslation('moderation');
  const { date } = useLocal();
  const { origin, by, createdAt, checkedBy, checkedOn } = translation;
  const isChecked = checkedBy !== null && checkedOn !== null;
  return (
    <div className="stack">
      <p className="muted">{t(`translate.${origin}`, { name: by, date: date(createdAt) })}</p>
      <div>
        <Tag
          tone={isChecked ? 'good' : 'unknown'}
          text={
            isChecked
              ? t('translate.checked', { name: checkedBy, date: date(checkedOn) })
              : t('translate.unchecked')
          }
        />
      </div>
    </div>
  );
}
