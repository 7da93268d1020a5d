import { openDatasetRows } from './open-dataset-rows.ts';

/** The catalogue; a data set that the list names in two fields is two entries. */
export const openDatasets = openDatasetRows
  .trim()
  .split('\n')
  .map((row) => {
    const [field = '', name = '', modality = '', size = '', annotations = '', source = ''] =
      row.split('\t');
    return { catalogueKey: `${field}/${name}`, field, name, modality, size, annotations, source };
  });
