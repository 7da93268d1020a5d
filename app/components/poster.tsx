import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageLinks } from './language-links.tsx';

interface PosterProps {
  languages: ComponentProps<typeof LanguageLinks>['items'];
  poster: {
    organisation: string;
    title: string;
    address: string;
    code: { size: number; path: string };
  };
  words: Record<'print' | 'scan' | 'orType', string>;
  /** What it is about. */
  children: ReactNode;
}

/** A page to print and hang up: who asks, what for, and a code that opens the way in. */
export function Poster({ languages, poster, words, children }: PosterProps) {
  const { t } = useTranslation('common');
  // Four empty modules around the code: scanners need them to find it.
  const { size, path } = poster.code;
  return (
    <main id="main" className="poster">
      <div className="no-print">
        <LanguageLinks label={t('language')} items={languages} />
      </div>
      <p className="hint no-print">{words.print}</p>
      <p>{poster.organisation}</p>
      <h1>{poster.title}</h1>
      {children}
      <p>{words.scan}</p>
      <div className="poster-code">
        <svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={poster.address}>
          <path d={path} fill="#000000" shapeRendering="crispEdges" />
        </svg>
      </div>
      <p>{words.orType}</p>
      <p className="poster-address" dir="ltr" translate="no">
        {poster.address}
      </p>
    </main>
  );
}
