/** Texts of one reason that are shown at once. */
export const leftOutPerPage = 50;
