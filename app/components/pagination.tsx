import { Link } from '@remix-run/react';

interface PageLink {
  label: string;
  href: string;
}

interface PaginationProps {
  label: string;
  /** Where the reader is, in words: "21–40 of 117 responses". */
  summary: string;
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
}

export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav className="pagination" aria-label={label}>
      <p>{summary}</p>
      {previous !== undefined && (
        <Link to={previous.href} rel="prev" className="button button-secondary">
          {previous.label}
        </Link>
      )}
      {next !== undefined && (
        <Link to={next.href} rel="next" className="button button-secondary">
          {next.label}
        </Link>
      )}
    </nav>
  );
}
