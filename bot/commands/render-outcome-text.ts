import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Scribe } from '../render/scribe.ts';
import { toBullets, toSection } from './layout.ts';

/**
 * Lines that follow a result, or stand for it when there is none: hypotheses, what is not computed, what is missing,
 * why nothing applies.
 */
export function renderOutcomeText(outcome: Outcome<unknown>, scribe: Scribe): readonly LicensedText[] {
  function tell(messages: readonly Message[]): readonly LicensedText[] {
    return toBullets(messages.map(({ code, args }) => scribe.phrase(code, args)));
  }
  switch (outcome.kind) {
    case 'computed':
    case 'ambiguous':
      return [
        ...toSection(scribe.phrase('interface-hypotheses'), tell(outcome.hypotheses)),
        ...toSection(scribe.phrase('interface-non-calcule'), tell(outcome.notComputed)),
      ];
    case 'missing-input':
      return [scribe.phrase('cli-manque'), ...tell(outcome.missing.map(({ question }) => question))];
    case 'not-applicable':
      return [scribe.phrase(outcome.reason.code, outcome.reason.args)];
    case 'not-covered': {
      const { reason, references } = outcome;
      const reasonLine = scribe.phrase(reason.code, reason.args);
      return references.length === 0 ? [reasonLine] : [reasonLine, renderTextes(references, scribe)];
    }
  }
}

/** « en vigueur, d'après avenant 2 »: standing of a line and the texts that make it. */
export function renderAppui(statut: Statut, references: readonly Reference[], scribe: Scribe): LicensedText {
  const libelle = scribe.phrase(`statut-${statut}`);
  if (references.length === 0) return libelle;
  return joinLicensed([libelle, renderTextes(references, scribe)], ', ');
}

/** « d'après avenant 2 »: the texts, each once. */
export function renderTextes(references: readonly Reference[], scribe: Scribe): LicensedText {
  const ids = [...new Set(references.map(({ texte }) => texte))];
  const textes = ids.map((id) => scribe.phrase('cli-texte', { texte: { kind: 'texte', id } }));
  return scribe.phrase('cli-d-apres', { textes: joinLicensed(textes, ', ') });
}
