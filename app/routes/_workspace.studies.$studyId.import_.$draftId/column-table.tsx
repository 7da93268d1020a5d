import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { columnTargets } from '../../services/imports/mapping.ts';
import type { ImportView } from '../../services/imports/present-import.ts';

type Column = ImportView['columns'][number];

function TargetSelect(props: { view: ImportView; column: Column; index: number }) {
  const { view, column, index } = props;
  const { t } = useTranslation('results');
  return (
    <select
      name={`column-${index}`}
      className="control column-target"
      aria-labelledby={`column-${index}-heading target-heading`}
      defaultValue={column.target}
    >
      <option value="ignore">{t('import.target.ignore')}</option>
      <optgroup label={t('import.target.answers')}>
        {columnTargets
          .filter((target) => target !== 'ignore')
          .map((target) => (
            <option key={target} value={target}>
              {t(`import.target.${target}`)}
            </option>
          ))}
      </optgroup>
      {view.covariates.length > 0 ? (
        <optgroup label={t('import.target.covariates')}>
          {view.covariates.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t('import.target.items')}>
        {view.items.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </optgroup>
    </select>
  );
}

/** A row for each column of the file: what it is, and its first values. */
export function ColumnTable({ view }: { view: ImportView }) {
  const { t } = useTranslation('results');
  return (
    <ScrollRegion labelledBy="column-caption">
      <table className="table">
        <caption id="column-caption">{t('import.columnsCaption', { file: view.fileName })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.column')}</th>
            <th scope="col" id="target-heading">
              {t('import.meaning')}
            </th>
            <th scope="col">{t('import.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {view.columns.map((column, index) => (
            <tr key={index}>
              <th scope="row" id={`column-${index}-heading`}>
                {column.heading}
              </th>
              <td>
                <TargetSelect view={view} column={column} index={index} />
              </td>
              <td>{column.examples.map((text) => text || t('import.empty')).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
