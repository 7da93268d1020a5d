// Read by the client and drizzle-kit alone; everybody else imports the entity's own file.
export * from './analysis-run.ts';
export * from './answering.ts';
export * from './audit.ts';
export * from './evidence.ts';
export * from './comparability-override.ts';
export * from './instrument.ts';
export * from './invitation.ts';
export * from './membership.ts';
export * from './organisation.ts';
export * from './response.ts';
export * from './sign-in.ts';
export * from './study.ts';
