import type { RedactionSpan } from '#db/schema/contribution.ts';
import { directionOf } from '#surveys/model/languages.ts';
import { toLanguage } from '../../i18n/locales.ts';

interface MarkedTextProps {
  text: string;
  spans: readonly RedactionSpan[];
  language: string;
}

/** A text in which each span that is proposed to be taken out is marked. */
export function MarkedText({ text, spans, language }: MarkedTextProps) {
  return (
    <blockquote className="spoken-words" lang={language} dir={directionOf(toLanguage(language))}>
      {spans.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </blockquote>
  );
}
