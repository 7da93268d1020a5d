import { Link } from '@remix-run/react';

export interface Breadcrumb {
  label: string;
  href?: string | undefined;
}

/** The page itself is the heading below and is not repeated here: list its ancestors only. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly Breadcrumb[] }) {
  return (
    <nav className="breadcrumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.label}>
            <bdi>
              {item.href === undefined ? item.label : <Link to={item.href}>{item.label}</Link>}
            </bdi>
          </li>
        ))}
      </ol>
    </nav>
  );
}
