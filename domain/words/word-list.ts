/** Words written with white space between them, as a list. */
export const wordList = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');
