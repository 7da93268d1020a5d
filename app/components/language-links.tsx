export interface LanguageLink {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The language's own name, in its own script. */
  label: string;
  href: string;
  current?: boolean | undefined;
}

interface LanguageLinksProps {
  label: string;
  items: readonly LanguageLink[];
  /** Folded behind the name of the current language, for headers. */
  folded?: boolean | undefined;
  /** The form that a choice sends, so that what was ticked is kept; its button is `lang`. */
  formId?: string | undefined;
}

function LanguageChoice({ item, formId }: { item: LanguageLink; formId: string | undefined }) {
  const name = <span dir={item.dir}>{item.label}</span>;
  const current = item.current === true ? 'true' : undefined;
  if (formId === undefined || item.current === true) {
    return (
      <a href={item.href} lang={item.lang} hrefLang={item.lang} aria-current={current}>
        {name}
      </a>
    );
  }
  return (
    <button form={formId} name="lang" value={item.lang} lang={item.lang}>
      {name}
    </button>
  );
}

export function LanguageLinks({ label, items, folded = false, formId }: LanguageLinksProps) {
  const current = items.find((item) => item.current === true);
  const list = (
    <ul>
      {items.map((item) => (
        <li key={item.lang}>
          <LanguageChoice item={item} formId={formId} />
        </li>
      ))}
    </ul>
  );
  if (!folded) {
    return (
      <nav className="language-links" aria-label={label}>
        {list}
      </nav>
    );
  }
  return (
    <details className="language-menu">
      <summary>
        <GlobeIcon />
        <span className="visually-hidden">{label}: </span>
        {current?.label ?? label}
      </summary>
      <nav className="language-links" aria-label={label}>
        {list}
      </nav>
    </details>
  );
}

function GlobeIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.3">
        <circle cx="8" cy="8" r="6.4" />
        <ellipse cx="8" cy="8" rx="2.8" ry="6.4" />
        <path d="M1.6 8h12.8" />
      </g>
    </svg>
  );
}
