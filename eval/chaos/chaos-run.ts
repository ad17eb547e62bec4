/** What one run of the chaos is. */
export type ChaosRun = {
  /** The way by which events come. */
  readonly door: 'socket' | 'http';
  /** Whether the bot may read the channels it is in, and so look for what it has sent. */
  readonly canRead: boolean;
  /** How often the process is killed. */
  readonly kills: number;
  /** Things that people do a second. */
  readonly perSecond: number;
  /** The same seed gives the same questions, places and moments. */
  readonly seed: number;
};
