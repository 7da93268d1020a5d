import { Link } from '@remix-run/react';

export interface TabLink {
  label: string;
  href: string;
  current?: boolean | undefined;
}

export function TabsNav({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link to={item.href} aria-current={item.current === true ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
