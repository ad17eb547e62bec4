import type { DraftContext, Proposal } from '#bot/answer/guide.ts';
import { listOffered } from '#bot/answer/guide-record.ts';
import { licensePassage } from '#bot/answer/license-passage.ts';
import { licenseText } from '#bot/answer/license-text.ts';
import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { type Blanked, blankLicensed, blankWords, joinBlanked, takeCode, toSection } from '../blanks/blanked.ts';
import type { BlankedMessage, BoundModel } from './ask-model.ts';
import type { Exchange } from './exchange.ts';
import type { Prompts } from './prompts.ts';
import { type Choice, readDraft, toDraftSchema } from './read-draft.ts';

/** What may be chosen for one part of a question, by handle, and as it is told. */
export type Choices = { readonly byHandle: ReadonlyMap<string, Choice>; readonly sections: readonly Blanked[] };

/** Gives each énoncé its handle and tells it without its figures. */
export function listChoices({ materials, required }: DraftContext, { handles, blank }: Exchange): Choices {
  const byHandle = new Map<string, Choice>();
  const quoted = new Map(materials.passages.map(({ enonce, found }) => [enonce, found]));
  const sections = listOffered(materials).map((enonce) => {
    const handle = handles.next();
    const found = quoted.get(enonce);
    const isImported = enonce.origin.type === 'citation';
    const kind = found || isImported ? 'citation' : 'enonce';
    byHandle.set(handle, { kind, enonce });
    const attributes = {
      repere: takeCode(handle),
      ...(enonce.statut === null ? {} : { statut: takeCode(enonce.statut) }),
      ...(required.has(enonce) ? { obligatoire: takeCode('oui') } : {}),
      ...(found ? { texte: blankName(found.passage.texte) } : {}),
      ...(isImported ? { importe: takeCode('oui') } : {}),
    };
    // A passage as the corpus holds it, without the note that it is in French.
    return toSection(kind, attributes, blank(found ? licensePassage(found.passage).body : enonce.text));
  });
  return { byHandle, sections };
}

/** Asks for a draft; when one was rejected, what was wrong with it is told, and not its words. */
export async function writeDraft(
  { reasons }: DraftContext,
  exchange: Exchange,
  { byHandle, sections }: Choices,
  model: BoundModel,
  prompts: Prompts,
): Promise<Proposal> {
  const messages: BlankedMessage[] = [
    { role: 'system', text: prompts.brouillon },
    { role: 'user', text: joinBlanked([...exchange.question, ...sections], '\n') },
  ];
  if (reasons.length > 0) {
    const told = reasons.map((reason) => toSection('motif', {}, blankWords(reason)));
    messages.push({ role: 'user', text: joinBlanked([prompts.reprise, ...told], '\n') });
  }
  const { draft } = await model.writeDraft(messages, toDraftSchema([...byHandle.keys()]));
  return readDraft(draft, byHandle, prompts.reprises);
}

/** Names of texts do not change while they are loaded: each is read once. */
const names = new WeakMap<CorpusPassage['texte'], Blanked>();

function blankName(texte: CorpusPassage['texte']): Blanked {
  let name = names.get(texte);
  if (!name) {
    const licensed = licenseText(texte.nom, texte.id, FIRST_DAY, { statut: null, confiance: null, references: [] });
    name = blankLicensed(licensed, () => undefined);
    names.set(texte, name);
  }
  return name;
}
