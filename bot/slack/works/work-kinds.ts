import { ESTIMATION_PARTAGE } from '../commandes/estimation/share-estimation.ts';
import { COMMAND } from '../questions/answer-command.ts';
import { MESSAGE } from '../questions/answer-message.ts';
import { SHARE } from '../questions/share-answer.ts';
import type { WorkKind } from './work-kind.ts';

/** Every kind of work that may be kept; one that is taken out leaves its works to be dropped. */
export const WORK_KINDS: readonly WorkKind[] = [MESSAGE, COMMAND, SHARE, ESTIMATION_PARTAGE];
