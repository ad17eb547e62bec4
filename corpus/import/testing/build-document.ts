import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Bloc } from '../bloc.ts';
import type { DocumentImporte } from '../document-importe.ts';
import { splitPassages } from '../split-passages.ts';
import { hashBytes, type Mention, toDocument } from '../to-document.ts';

/** A document of these paragraphs, as if it had been imported. */
export function buildDocument(
  titre: string,
  paragraphs: readonly string[],
  mention: Partial<Mention> = {},
): DocumentImporte {
  const blocs = paragraphs.map((texte): Bloc => ({ kind: 'paragraphe', texte }));
  const sha256 = hashBytes(new TextEncoder().encode([titre, ...paragraphs].join('\n')));
  const whole: Mention = {
    titre,
    editeur: 'La Gazette des soins',
    date: '2020-03-12',
    nature: 'presse',
    statut: 'historique',
    ...mention,
  };
  const lu = { kind: 'lu', format: 'texte', passages: splitPassages(blocs) } as const;
  return toDocument({ fichier: `${titre}.txt`, sha256, lu }, whole, '2026-11-21' as CalendarDate);
}
