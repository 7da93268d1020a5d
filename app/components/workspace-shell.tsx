import { Link } from '@remix-run/react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface NavigationItem {
  label: string;
  href: string;
  current?: boolean | undefined;
  /** What waits for the person there; say in `countLabel` what is counted. */
  count?: number | undefined;
  countLabel?: string | undefined;
}

interface WorkspaceShellProps {
  brand: string;
  brandHref: string;
  skipLabel: string;
  navigationLabel: string;
  /** The word on the button that opens the navigation on small screens. */
  menuLabel: string;
  items: readonly NavigationItem[];
  userMenu?: ReactNode;
  children: ReactNode;
}

export function WorkspaceShell(props: WorkspaceShellProps) {
  const { brand, brandHref, skipLabel, navigationLabel, menuLabel, items } = props;
  return (
    <div className="workspace">
      <a className="skip-link" href="#main">
        {skipLabel}
      </a>
      <header className="workspace-bar">
        <Link className="brand" to={brandHref}>
          <BrandMark />
          {brand}
        </Link>
        {/* Both navigations are in the page; the style sheet shows one, so no script is needed. */}
        <nav className="navigation navigation-wide" aria-label={navigationLabel}>
          <NavigationList items={items} />
        </nav>
        {/* The keys pressed are those of the button and the links inside. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <details className="navigation-compact" onKeyDown={closeOnEscape}>
          <summary>{menuLabel}</summary>
          <nav className="navigation" aria-label={navigationLabel}>
            <NavigationList items={items} />
          </nav>
        </details>
        {props.userMenu !== undefined && <div className="user-menu">{props.userMenu}</div>}
      </header>
      <main id="main" className="workspace-main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== 'Escape') return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}

function NavigationList({ items }: { items: readonly NavigationItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <Link to={item.href} aria-current={item.current === true ? 'page' : undefined}>
            <span>{item.label}</span>
            {item.count !== undefined && item.count > 0 && (
              <span className="navigation-count">
                {item.count}
                {item.countLabel !== undefined && (
                  <span className="visually-hidden"> {item.countLabel}</span>
                )}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round">
        <path d="M4 15V9" />
        <path d="M9.3 19V5" />
        <path d="M14.7 16.5v-9" />
        <path d="M20 13.5v-3" />
      </g>
    </svg>
  );
}
