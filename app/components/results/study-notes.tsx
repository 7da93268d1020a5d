import { useTranslation } from 'react-i18next';
import type { StudyNotes } from '../../services/results/present-frame.ts';
import { Notice } from '../notice.tsx';
import { Tag } from '../tag.tsx';
import { useLocal } from '../use-local.ts';

/** The same in a word, beside the heading of every page. */
export function StudyTags({ notes }: { notes: Pick<StudyNotes, 'origin' | 'pilotLanguages'> }) {
  const { t } = useTranslation('results');
  const { origin, pilotLanguages } = notes;
  return (
    <>
      {pilotLanguages.length > 0 ? <Tag tone="unknown" text={t('pilot.tag')} /> : null}
      {origin === null ? null : (
        <Tag
          tone={origin === 'imported' ? 'neutral' : 'concern'}
          text={t(`origin.${origin}.tag`)}
        />
      )}
    </>
  );
}

/** What a reader must know before any number: invented data, wording nobody has checked. */
export function StudyWarnings({ notes }: { notes: StudyNotes }) {
  const { t } = useTranslation('results');
  const { listOf } = useLocal();
  const { origin, pilotLanguages } = notes;
  const languages = listOf(pilotLanguages);
  return (
    <>
      {origin === null ? null : (
        <Notice
          tone={origin === 'imported' ? 'information' : 'concern'}
          title={t(`origin.${origin}.title`)}
        >
          {t(`origin.${origin}.text`)}
        </Notice>
      )}
      {pilotLanguages.length === 0 ? null : (
        <Notice tone="pilot" title={t('pilot.title')}>
          {t('pilot.text', { languages })}
        </Notice>
      )}
    </>
  );
}

/** What is withheld, and why. */
export function SuppressionNote({ notes }: { notes: StudyNotes }) {
  const { t } = useTranslation('results');
  return (
    <section className="suppression-note" aria-labelledby="withheld">
      <h2 id="withheld">{t('suppression.title')}</h2>
      <ul>
        <li>{t('suppression.minimum', { minimum: notes.minimum })}</li>
        <li>{t('suppression.others')}</li>
        <li>{t('suppression.same')}</li>
        {notes.isWaiting ? <li>{t('suppression.waiting')}</li> : null}
        {notes.hasKept ? <li>{t('suppression.kept')}</li> : null}
        {notes.isConfined ? <li>{t('suppression.confined')}</li> : null}
      </ul>
    </section>
  );
}
