import type { ReactNode } from 'react';

/** What a result does not mean, or what cannot be concluded from it. */
export function DisclosureNote({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="disclosure-note">
      <p className="disclosure-title">{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
