/** So many days before the demo was made its systems were entered, before any of them ran anywhere. */
export const daysEntered = 800;

/** Whom and where the demo's systems belong to. */
export type DemoRegister = {
  organisationId: string;
  ownerId: string;
  officerId: string;
  siteIds: readonly string[];
  today: Date;
};
