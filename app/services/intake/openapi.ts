import { attuneVersion } from '../../version.ts';
import { batchAnswerSchema, dryRunAnswerSchema } from './batch-answer.ts';
import { hookAnswerSchema, messageSchema } from './hook-message.ts';
import { jsonSchema } from './openapi-parts.ts';
import { paths } from './openapi-paths.ts';
import { problemSchema } from './problems.ts';
import { batchSchema } from './record-schema.ts';
import { withdrawalSchema } from './withdrawal-schema.ts';

/** The document of the interface, from the schemas that its handlers read with. */
export function openApiDocument(server: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Attune monitoring',
      version: attuneVersion,
      description: 'Counts of deployed AI systems come in, never rows of patients.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Batch: jsonSchema(batchSchema, 'input'),
        BatchAnswer: jsonSchema(batchAnswerSchema, 'output'),
        DryRunAnswer: jsonSchema(dryRunAnswerSchema, 'output'),
        Withdrawal: jsonSchema(withdrawalSchema, 'input'),
        HookMessage: jsonSchema(messageSchema, 'input'),
        HookAnswer: jsonSchema(hookAnswerSchema, 'output'),
        Problem: jsonSchema(problemSchema, 'output'),
      },
    },
  };
}
