import { emptyReading, type CardReading, type CardTarget } from './card-reading.ts';
import { placeLeaves, statedNumber } from './place-leaves.ts';
import { leavesOf } from './read-yaml.ts';

const targets: Partial<Record<string, CardTarget>> = {
  'model-index/1/name': 'name',
  base_model: 'foundationModels',
  datasets: 'data.developmentData',
  tags: 'publication.keywords',
};

const ofModelsAlone = ['model-index', 'base_model', 'pipeline_tag', 'library_name'];
const ofModels = [...ofModelsAlone, 'license', 'language', 'tags', 'datasets', 'metrics'];
const ofOthers = ['dataset_info', 'task_categories', 'size_categories', 'sdk'];

/**
 * Whether fields are those of a model card. At the head of a text any of its fields says so; a file of
 * fields alone needs one that no other kind of file has. Cards of datasets and of apps are others.
 */
export function isHuggingFace(fields: Record<string, unknown>, hasText: boolean): boolean {
  const has = (name: string) => Object.hasOwn(fields, name);
  return (hasText ? ofModels : ofModelsAlone).some(has) && !ofOthers.some(has);
}

const metricValue = /^(model-index\/\d+\/results\/\d+)\/metrics\/\d+\/value$/;
const dataParts = ['name', 'config', 'split'];

/** Reads a model card as https://huggingface.co/docs/hub/model-cards has it; its text stays as it is. */
export function readHuggingFace(fields: Record<string, unknown>, text: string): CardReading {
  const reading = emptyReading('hugging-face');
  const leaves = leavesOf(fields);
  const said = new Map(leaves.map(({ path, entries }) => [path, entries.join('\n')]));
  const stated = leaves.flatMap(({ path }) => {
    const [, result = ''] = metricValue.exec(path) ?? [];
    const of = path.slice(0, -'/value'.length);
    const metric = said.get(`${of}/name`) || said.get(`${of}/type`);
    const value = statedNumber(said.get(path) ?? '');
    if (result === '' || !metric || value === null) return [];
    const data = dataParts.map((part) => said.get(`${result}/dataset/${part}`)).filter(Boolean);
    const performance = { metric, value };
    return [
      [path, data.length > 0 ? { ...performance, data: data.join(', ') } : performance],
    ] as const;
  });
  placeLeaves(reading, leaves, targets, new Map(stated));
  if (text.trim() !== '') {
    reading.report.push({ path: 'text', outcome: 'kept', reason: 'prose', text });
  }
  return reading;
}
