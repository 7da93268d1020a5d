import { directionOf, languageSchema, type LocalText } from '#surveys/model/languages.ts';
import { useLocal } from './use-local.ts';

/** A text in every language it has, as it was written. */
export function LocalTextList({ text, none }: { text: LocalText; none: string }) {
  const { nameOf } = useLocal();
  const entries = Object.entries(text);
  if (entries.length === 0) return <p className="muted">{none}</p>;
  return (
    <dl className="definitions">
      {entries.map(([tag, words]) => (
        <div key={tag}>
          <dt>{nameOf(tag)}</dt>
          <dd lang={tag} dir={directionOf(languageSchema.parse(tag))} className="as-written">
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
