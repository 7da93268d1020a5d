/** Within so many days of a decision those whose words it is about are to know of it. */
export const tellWithinDays = 30;
