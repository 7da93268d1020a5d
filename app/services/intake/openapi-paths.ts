import { csvParameters, importParameters } from './api-parameters.ts';
import { keyLength, keyPattern } from './idempotency-key.ts';
import { answer, queryParameters, refTo, refusals } from './openapi-parts.ts';

const kept = {
  200: answer(
    'The same key with the same content was sent before; or it is a dry run, and nothing is stored.',
    ['BatchAnswer', 'DryRunAnswer'],
  ),
  201: answer('All records are stored.'),
  202: answer('The register does not know the version here: the batch waits in quarantine.'),
};

const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description:
    `Needed unless \`dry_run\` is \`true\`: ${keyLength.least} to ${keyLength.most} visible signs of ASCII. It names this ` +
    'batch for ever: a repetition is answered and not stored, and the same key with other content is refused.',
  schema: {
    ...{ type: 'string', pattern: keyPattern },
    ...{ minLength: keyLength.least, maxLength: keyLength.most },
  },
};

const batchId = {
  ...{ name: 'batch_id', in: 'path', required: true },
  schema: { type: 'string', format: 'uuid' },
};

/** Which families of a scrape are which metrics. */
const openMetricsConvention =
  'openmetrics: the text of two scrapes of OpenMetrics 1.0, that of the start of the period and that of its end, ' +
  'one after the other, each with its `# EOF`. Of counters the increase is taken: `attune_<metric>_events` with ' +
  '`attune_<metric>_cases` is a share, with `attune_<metric>_exposure` a rate; `attune_confusion` with labels ' +
  '`cell` (tp, fp, fn, tn) and `threshold` a table of outcomes. A histogram `attune_<metric>` is a mean, one called ' +
  '`attune_<metric>_quantiles` quantiles by linear interpolation. A gauge `attune_<metric>` is its number at the ' +
  'end. Hyphens of a metric are written `_`. Labels: `part`, `cohort`, `mode`, and `dimension` with `level`; any ' +
  'other is refused. A counter that fell is refused unless `_created` says that it began anew, which is noted as ' +
  '`counter-reset`: what it had counted until then is missing. One without a start is taken from 0 only where ' +
  '`_created` lies within the period; then one scrape is enough. Times of samples lie within a day of the end that ' +
  'their scrape stands for. Other families are left out and named; a text without any of these is refused.';

const ofToken = ['token-missing', 'token-unknown', 'token-expired', 'token-revoked'] as const;
const ofSending = [
  ...ofToken,
  ...(['scope-missing', 'other-deployment', 'key-missing', 'malformed-json'] as const),
  ...(['malformed-text', 'parameter-missing', 'key-reused', 'too-large', 'media-type'] as const),
  ...(['records-refused', 'too-many-requests', 'method-not-allowed'] as const),
];

/** Every address that machines send to, with all that it may answer. */
export const paths = {
  '/api/v1/monitoring/batches': {
    post: {
      operationId: 'sendBatch',
      summary: 'Send records of one version of a deployment: all are stored, or none.',
      description:
        'Aggregates only. The parameters of the address belong to text/csv alone, but for `dry_run`; its columns are the ' +
        'fields of a record, flat: period_start, period_end, dimension, level.',
      parameters: [idempotencyKey, ...queryParameters(csvParameters, false)],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: refTo('Batch') },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      responses: { ...kept, ...refusals([...ofSending, 'malformed-csv']) },
    },
  },
  '/api/v1/monitoring/batches/{batch_id}': {
    get: {
      operationId: 'getBatch',
      summary: 'What became of a batch.',
      parameters: [batchId],
      responses: {
        200: answer('As it stands now.'),
        ...refusals([
          ...ofToken,
          ...(['scope-missing', 'batch-unknown', 'too-many-requests'] as const),
          'method-not-allowed',
        ]),
      },
    },
  },
  '/api/v1/monitoring/batches/{batch_id}/withdrawal': {
    post: {
      operationId: 'withdrawBatch',
      summary:
        'Take back a batch that a program of the deployment sent: none of it counts any longer.',
      description:
        'The batch and its records are kept, with the reason. What they had replaced stands again, but for ' +
        'records that a later batch has replaced in turn: those are left to that batch. Numbers that a later ' +
        'batch sent again unchanged stay, as numbers of that batch. To be asked once: ' +
        'with the same reason it is answered as before; with another one it is refused with `withdrawn-otherwise`, ' +
        'whose `detail` is the reason that is kept, whoever gave it. Corrected records are sent as a new batch with another key: ' +
        'the key of the batch that was taken back answers with its state. Totals of groups on pages follow ' +
        'once that tells of nobody.',
      parameters: [batchId],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: refTo('Withdrawal') } },
      },
      responses: {
        200: answer('It was taken back before, with this reason.'),
        201: answer('It is taken back.'),
        ...refusals([
          ...ofToken,
          ...(['scope-missing', 'batch-unknown', 'batch-of-person', 'batch-not-stored'] as const),
          ...([
            'withdrawn-otherwise',
            'withdrawal-above-overall',
            'withdrawal-parts-differ',
            'malformed-json',
            'malformed-text',
            'too-large',
          ] as const),
          ...(['reason-refused', 'too-many-requests', 'method-not-allowed'] as const),
        ]),
      },
    },
  },
  '/api/v1/hooks/mlflow': {
    post: {
      operationId: 'takeMlflowMessage',
      summary: 'A message of a model registry of MLflow, as its webhooks send it.',
      description:
        'Who manages a deployment makes a hook for the model that runs there; its page shows the address and, ' +
        'once, the secret. A version made, or given an alias or a tag, that the register does not know raises ' +
        'an alert of an unregistered version. X-MLflow-Signature is `v1,` and base64 of HMAC-SHA256 of ' +
        '`<delivery id>.<timestamp>.<body>`; a time more than five minutes away is refused. A delivery id is ' +
        'taken once: sent again it is answered with 200 and the same outcome.',
      security: [],
      parameters: [
        {
          ...{ name: 'hook', in: 'query', required: true },
          schema: { type: 'string', format: 'uuid' },
        },
        ...['X-MLflow-Signature', 'X-MLflow-Delivery-Id', 'X-MLflow-Timestamp'].map((name) => ({
          ...{ name, in: 'header', required: true, schema: { type: 'string' } },
        })),
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: refTo('HookMessage') } },
      },
      responses: {
        200: answer('The version is known, of another model, or the message came before.', [
          'HookAnswer',
        ]),
        201: answer('An alert says that the register does not know the version.', ['HookAnswer']),
        202: answer('Nothing waits for such a message: it is ignored.', ['HookAnswer']),
        ...refusals([
          ...(['signature-missing', 'signature-wrong', 'signature-old', 'hook-revoked'] as const),
          ...(['malformed-json', 'malformed-text', 'too-large', 'message-unreadable'] as const),
          ...(['too-many-requests', 'method-not-allowed'] as const),
        ]),
      },
    },
  },
  '/api/v1/monitoring/import/{format}': {
    post: {
      operationId: 'importFile',
      summary:
        'Send a report of Evidently, metrics of a run of MLflow or scrapes of OpenMetrics as they are.',
      description: openMetricsConvention,
      parameters: [
        {
          ...{ name: 'format', in: 'path', required: true },
          schema: { type: 'string', enum: ['evidently', 'mlflow', 'openmetrics'] },
        },
        idempotencyKey,
        ...queryParameters(importParameters),
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: {} },
          'application/openmetrics-text': { schema: { type: 'string' } },
        },
      },
      responses: {
        ...kept,
        ...refusals([
          ...ofSending,
          ...([
            'malformed-openmetrics',
            'format-unknown',
            'no-metric-recognised',
            'importer-unknown',
          ] as const),
        ]),
      },
    },
  },
} as const;
