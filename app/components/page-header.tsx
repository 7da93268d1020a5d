import type { ReactNode } from 'react';

import { Breadcrumbs } from './breadcrumbs.tsx';
import type { Breadcrumb } from './breadcrumbs.tsx';

interface PageHeaderProps {
  title: string;
  subtitle?: string | undefined;
  breadcrumbs?: readonly Breadcrumb[] | undefined;
  breadcrumbsLabel?: string | undefined;
  tag?: ReactNode;
  action?: ReactNode;
}

export function PageHeader(props: PageHeaderProps) {
  const { title, subtitle, breadcrumbs = [], breadcrumbsLabel = '', tag, action } = props;
  return (
    <div className="page-header">
      {breadcrumbs.length > 0 && <Breadcrumbs label={breadcrumbsLabel} items={breadcrumbs} />}
      <div className="page-header-row">
        <div className="page-header-text">
          <div className="page-header-title">
            <h1>
              <bdi>{title}</bdi>
            </h1>
            {tag}
          </div>
          {subtitle !== undefined && <p className="page-header-subtitle">{subtitle}</p>}
        </div>
        {action !== undefined && <div className="page-header-action">{action}</div>}
      </div>
    </div>
  );
}
