import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ScrollRegionProps {
  /** Ids of what names the content. */
  labelledBy: string;
  children: ReactNode;
}

// A region that scrolls sideways must be reachable by keyboard, and say what it holds.
const focusable = { tabIndex: 0 };

/** What is too wide for the screen scrolls inside; a sentence says so where it does. */
export function ScrollRegion({ labelledBy, children }: ScrollRegionProps) {
  const { t } = useTranslation('common');
  return (
    <div className="table-scroll" role="region" aria-labelledby={labelledBy} {...focusable}>
      <p className="scroll-hint">{t('scrollHint')}</p>
      {children}
    </div>
  );
}
