/** Whom and where the demo's systems belong to. */
export type DemoRegister = {
  organisationId: string;
  ownerId: string;
  officerId: string;
  siteIds: readonly string[];
  today: Date;
};
