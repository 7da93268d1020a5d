import type { LocalText } from '#surveys/model/languages.ts';
import { useLocal } from '../use-local.ts';

/** A text that people of the organisation wrote; where it is not in this language it keeps its direction. */
export function Paragraphs({ text }: { text: LocalText | string }) {
  const { text: inLanguage } = useLocal();
  const shown = typeof text === 'string' ? text : inLanguage(text);
  return (
    <>
      {shown.split(/\n{2,}/).map((paragraph, index) => (
        // Paragraphs may repeat, and never change places.
        <p key={`${index} ${paragraph.slice(0, 20)}`} dir="auto" className="as-written">
          {paragraph}
        </p>
      ))}
    </>
  );
}
