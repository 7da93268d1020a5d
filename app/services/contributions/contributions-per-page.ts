export const contributionsPerPage = 50;
