import { COMMAND } from '../answer-command.ts';
import { MESSAGE } from '../answer-message.ts';
import { ESTIMATION_PARTAGE } from '../commandes/share-estimation.ts';
import { SHARE } from '../share-answer.ts';
import type { WorkKind } from './work-kind.ts';

/** Every kind of work that may be kept; one that is taken out leaves its works to be dropped. */
export const WORK_KINDS: readonly WorkKind[] = [MESSAGE, COMMAND, SHARE, ESTIMATION_PARTAGE];
