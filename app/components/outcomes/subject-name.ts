import { useTranslation } from 'react-i18next';
import type { NamedSubject } from '../../services/outcomes/list-subjects.server.ts';
import { useLocal } from '../use-local.ts';

/** How a page names what a change is about: its kind, and its name where the reader may know it. */
export function useSubjectName() {
  const { t } = useTranslation('outcomes');
  const { text } = useLocal();
  return ({ subject, name, number }: NamedSubject): string => {
    const kind = t(`subject.${subject.kind}`);
    const title = text(name);
    if (title === '') return kind;
    return number === null
      ? t('subject.named', { kind, name: title })
      : t('subject.version', { kind, name: title, number });
  };
}
