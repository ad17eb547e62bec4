/** Languages the bot reads and writes. */
export type Lang = 'fr' | 'en';
