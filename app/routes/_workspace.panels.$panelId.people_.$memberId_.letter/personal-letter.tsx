import { directionOf } from '#surveys/model/languages.ts';
import type { Letter } from '../../services/panel-people/write-letter.server.ts';

/** In the person's language, printed large for whoever needs it. */
export function PersonalLetter({ letter }: { letter: Letter }) {
  const { size, path } = letter.code;
  return (
    <article
      className={letter.isLarge ? 'letter letter-large' : 'letter'}
      lang={letter.language}
      dir={directionOf(letter.language)}
    >
      <p>{letter.organisation}</p>
      <h2>{letter.heading}</h2>
      <p>{letter.greeting}</p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="letter-code">
        <svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={letter.link}>
          <path d={path} fill="#000000" shapeRendering="crispEdges" />
        </svg>
      </div>
      <p className="letter-link" dir="ltr" translate="no">
        {letter.link}
      </p>
      <p>{letter.keep}</p>
      <p>{letter.help}</p>
    </article>
  );
}
