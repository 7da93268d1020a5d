type Ids = {
  model: string;
  deployment: string;
  dataset: string;
  batch: string;
  upload: string;
  plannedMetric: string;
  condition: string;
  version: string;
  /** The addresses of pages of a watched metric and of a fairness audit, and the id of an alert. */
  metric: string;
  audit: string;
  /** The address of a change of where data go that nobody has answered. */
  transfer: string;
  alert: string;
};

const ofModel = (tail: string) => (ids: Ids) => `/models/${ids.model}${tail}`;
const ofDeployment = (tail: string) => (ids: Ids) =>
  `/models/${ids.model}/deployments/${ids.deployment}${tail}`;
const ofDataset = (tail: string) => (ids: Ids) => `/models/datasets/${ids.dataset}${tail}`;

/** Pages of the register, by the names of their routes in the workspace. */
export const modelAddresses: Record<string, (ids: Ids) => string> = {
  'models._index': () => '/models',
  'models.new': () => '/models/new',
  'models.import': () => '/models/import',
  'models.$systemId.cards': ofModel('/cards'),
  'models.datasets._index': () => '/models/datasets',
  'models.datasets.new': () => '/models/datasets/new',
  'models.datasets.$datasetId._index': ofDataset(''),
  'models.datasets.$datasetId.edit': ofDataset('/edit'),
  'models.datasets.$datasetId.documentation.$item': ofDataset('/documentation/people'),
  'models.$systemId._index': ofModel(''),
  'models.$systemId.describe.$section': ofModel('/describe/use'),
  'models.$systemId.people': ofModel('/people'),
  'models.$systemId.versions': ofModel('/versions'),
  'models.$systemId.versions_.new': ofModel('/versions/new'),
  'models.$systemId.versions_.$versionId': (ids) => ofModel(`/versions/${ids.version}`)(ids),
  'models.$systemId.deployments': ofModel('/deployments?on=2026-06-01&known=2026-06-01'),
  'models.$systemId.deployments_.new': ofModel('/deployments/new'),
  'models.$systemId.deployments_.$deploymentId': ofDeployment(''),
  'models.$systemId.deployments_.$deploymentId_.version': ofDeployment('/version'),
  'models.$systemId.deployments_.$deploymentId_.correct': ofDeployment('/correct'),
  'models.$systemId.deployments_.$deploymentId_.decide': ofDeployment('/decide'),
  'models.$systemId.deployments_.$deploymentId_.batches': ofDeployment('/batches'),
  'models.$systemId.deployments_.$deploymentId_.batches_.$batchId': (ids) =>
    ofDeployment(`/batches/${ids.batch}`)(ids),
  'models.$systemId.deployments_.$deploymentId_.batches_.$batchId_.withdraw': (ids) =>
    ofDeployment(`/batches/${ids.batch}/withdraw`)(ids),
  'models.$systemId.deployments_.$deploymentId_.hooks': ofDeployment('/hooks'),
  'models.$systemId.deployments_.$deploymentId_.upload': ofDeployment('/upload'),
  'models.$systemId.deployments_.$deploymentId_.upload_.$uploadId': (ids) =>
    ofDeployment(`/upload/${ids.upload}`)(ids),
  'models.$systemId.deployments_.$deploymentId_.tokens': ofDeployment('/tokens'),
  'models.$systemId.deployments_.$deploymentId_.monitoring': ofDeployment('/monitoring'),
  'models.$systemId.deployments_.$deploymentId_.monitoring_.plan': ofDeployment('/monitoring/plan'),
  'models.$systemId.deployments_.$deploymentId_.monitoring_.people':
    ofDeployment('/monitoring/people'),
  'models.$systemId.deployments_.$deploymentId_.monitoring_.audits':
    ofDeployment('/monitoring/audits'),
  'models.$systemId.deployments_.$deploymentId_.monitoring_.audits_.$auditId': ({ audit }) => audit,
  'models.$systemId.deployments_.$deploymentId_.monitoring_.metrics.$metricId': ({ metric }) =>
    metric,
  'models.$systemId.deployments_.$deploymentId_.monitoring_.plan_.metrics.$metricId': (ids) =>
    ofDeployment(`/monitoring/plan/metrics/${ids.plannedMetric}`)(ids),
  'models.alerts._index': () => '/models/alerts',
  'models.alerts.$alertId': ({ alert }) => `/models/alerts/${alert}`,
  'models.$systemId.datasets': ofModel('/datasets'),
  'models.$systemId.recommendations': ofModel('/recommendations'),
  'models.$systemId.recommendations_.$code': ofModel('/recommendations/F1'),
  'models.$systemId.changes': ofModel('/changes'),
  'models.$systemId.changes_.plan': ofModel('/changes/plan'),
  'models.$systemId.changes_.notice': ofModel('/changes/notice'),
  'models.$systemId.clauses': ofModel('/clauses'),
  'models.$systemId.clauses_.$clause': ofModel('/clauses/AIA-27'),
  'models.$systemId.changes_.transfers.$noticeId': ({ transfer }) => transfer,
  'models.$systemId.decide': ofModel('/decide'),
  'models.$systemId.conditions_.new': ofModel('/conditions/new'),
  'models.$systemId.conditions_.$conditionId': (ids) =>
    ofModel(`/conditions/${ids.condition}`)(ids),
  'models.$systemId.deployments_.$deploymentId_.monitoring_.silent':
    ofDeployment('/monitoring/silent'),
  'models.$systemId.deployments_.$deploymentId_.monitoring_.silent_.criteria': ofDeployment(
    '/monitoring/silent/criteria',
  ),
};
