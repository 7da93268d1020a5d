import type { ReactNode } from 'react';

import { StatusIcon } from './status-icon.tsx';
import type { Tone } from './status-icon.tsx';

export const noticeTones = ['information', 'good', 'concern', 'alert', 'pilot'] as const;
export type NoticeTone = (typeof noticeTones)[number];

const iconTones = {
  information: 'neutral',
  good: 'good',
  concern: 'concern',
  alert: 'alert',
  pilot: 'unknown',
} as const satisfies Record<NoticeTone, Tone>;

interface NoticeProps {
  tone?: NoticeTone | undefined;
  title?: string | undefined;
  /** Announces the text when it appears after an action; left out for what was there from the start. */
  live?: boolean | undefined;
  children: ReactNode;
}

export function Notice({ tone = 'information', title, live = false, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <StatusIcon tone={iconTones[tone]} />
      <div className="notice-text">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
