/** What stands in a text for words that were taken out: its own words say nothing of what is beside it. */
export const placeholder = /\[[^[\]\n]{1,60}\]/gu;
