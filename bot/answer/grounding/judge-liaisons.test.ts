import { describe, expect, it } from 'vitest';
import { buildEnonce, buildMaterials } from '#bot/testing/build-materials.ts';
import { TODAY } from '#bot/testing/load-test-assembly.ts';
import type { Materials, Segment } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import { licenseText } from '../license-text.ts';
import { judgeLiaisons } from './judge-liaisons.ts';
import type { Motif } from './regles.ts';

function build(text: string, statut: Enonce['statut']): Enonce {
  const licence = { statut, confiance: null, references: [] };
  return buildEnonce(text, statut, { text: licenseText(text, 'test', TODAY, licence) });
}

const regle = build('Le financement est de 75 000 € par an.', 'en-vigueur');
const negative = build('Le complément ne s’applique pas avant 2021.', 'en-vigueur');
const proposition = build('Il avait été proposé 56 250 €.', 'proposition');
const expire = build('Le montant était de 37 500 €.', 'expire');
const absent = build('Ce montant est absent du corpus.', 'absent');
const announce = build('56 250 € peut désigner :', null);
const ENONCES: Readonly<Record<string, Enonce>> = { regle, negative, proposition, expire, absent, announce };

/** « Bonjour. {regle} » as segments; a bar cuts linking words. */
function draft(text: string): readonly Segment[] {
  return text.split(/(\{\w+\}|\|)/).flatMap((part): Segment[] => {
    const enonce = ENONCES[part.slice(1, -1)];
    if (part === '' || part === '|') return [];
    return [enonce ? { type: 'enonce', enonce } : { type: 'liaison', words: part }];
  });
}

const ENGLISH = 'What is the cap for a size 1 CPTS in Poitiers?';

function judge(text: string, question = 'Le plafond en taille 1 à Poitiers ?', more: Partial<Materials> = {}) {
  return judgeLiaisons(draft(text), buildMaterials(question, { calculs: [regle], ...more }));
}

describe('the words of a draft', () => {
  it.each([
    'Bonjour, voici ce que disent les textes : {regle}',
    "En premier lieu, {regle} D'autre part, {expire}",
    'Dans un premier temps, {regle} Dans un second temps, {expire}',
    "Merci ! C'est l'une des questions les plus fréquentes. {regle}",
    'À Poitiers comme ailleurs, {regle}',
    'Voici le détail :\n• {regle}\n• {expire}',
    'Quelqu’un d’autre posait la même question… {regle}',
    'Les éclaircissements suivants vous aideront : {regle}',
    "Non seulement cela, mais c'en est un. {regle}",
    'Les infirmiers, les médecins, etc. : {regle}',
    'Un cas (p. ex. une fusion) est décrit ; c.-à-d. le suivant : {regle}',
    "Il n'en demeure pas moins que {regle}",
  ])('may be « %s »', (text) => {
    expect(judge(text)).toEqual([]);
  });

  it.each([
    'At first glance, it looks simple. {regle} First of all, thank you.',
    "For one thing, it's clear. {regle} Here: {expire}",
    'A few caveats apply, e.g. timing, i.e. the date: {regle}',
    'It depends on both the date and the contract. {regle}',
    'On the contrary, {regle}',
    'As for the rest, voilà: {regle}',
  ])('may be "%s" in English', (text) => {
    expect(judge(text, ENGLISH)).toEqual([]);
  });

  it.each<[string, Motif]>([
    ['Soit xqzt. {regle}', 'mot'],
    ['Soit quatorz. {regle}', 'mot'],
    ['Soit mill. {regle}', 'mot'],
    ['Le point M. {regle}', 'mot'],
    ['Voir Trifouilly. {regle}', 'mot'],
    ['Le point b. {regle}', 'mot'],
    ['I I I {regle}', 'mot'],
    ['VoirPlus bas. {regle}', 'mot'],
    ['siebzig {regle}', 'mot'],
    ['setenta {regle}', 'mot'],
    ['se|tenta {regle}', 'chiffre'],
    ['soix|ante {regle}', 'chiffre'],
    ['Un{regle} mois', 'chiffre'],
    ['Soit un. {regle}', 'chiffre'],
    ['Code : un, un, une. {regle}', 'chiffre'],
    ['dans un second mois, {regle}', 'chiffre'],
    ['En premier lieu trois choses. {regle}', 'chiffre'],
    ['C’est environ cela. {regle}', 'chiffre'],
    ['{regle} Par mois, donc.', 'chiffre'],
    ['{regle} Un seul versement.', 'chiffre'],
    ['{regle} Both of them.', 'chiffre'],
    ['{regle} In both cases.', 'chiffre'],
    ['{regle} C’est une brique.', 'chiffre'],
    ['{regle} L’an prochain.', 'chiffre'],
    ['{regle} ⠼⠃', 'signe'],
    ['Voir exemple.fr. {regle}', 'signe'],
    ['Voir #general. {regle}', 'signe'],
    ['*Voici* {regle}', 'signe'],
    ['Voici ⟦montant⟧. {regle}', 'signe'],
    [':bonjour: {regle}', 'signe'],
    ['• • • • {regle}', 'signe'],
    ['семь {regle}', 'signe'],
    ['Voi\u200bci {regle}', 'signe'],
  ])('may not be « %s » (%s)', (text, motif) => {
    expect(judge(text)).toContain(motif);
  });

  it('takes names from the question and from the énoncés, unless they look like numbers', () => {
    const question = 'À Trifouilly-sur-Quatorz, quel plafond ?';
    expect(judge('À Trifouilly, {regle}', question)).toEqual([]);
    expect(judge('À Quatorz, {regle}', question)).toEqual(['mot']);
    expect(judge('Les zorglubs : {regle}', undefined, { calculs: [build('Les zorglubs sont admis.', null)] })).toEqual(
      [],
    );
  });
});

describe('the border of an énoncé', () => {
  it.each([
    '{regle} fois le reste',
    '{regle} net.',
    '{regle} ou plus.',
    'Au moins {regle}',
    'Plus de {regle}',
    'Pas {regle}',
    'Almost {regle}',
  ])('is not touched by « %s »', (text) => {
    expect(judge(text)).toContain('colle');
  });

  it.each(['Pour plus de détails, voici : {regle}', '{regle} Net avantage : tout est dit.', '{absent} ou plus.'])(
    'lets « %s » through',
    (text) => {
      expect(judge(text)).toEqual([]);
    },
  );
});

describe('the meaning of linking words', () => {
  it.each<[string, Motif]>([
    ['Cliquez ici. {regle}', 'ordre'],
    ['Prévenez la caisse. {regle}', 'ordre'],
    ['Please send it. {regle}', 'ordre'],
    ['Il faut donc la payer. {regle}', 'ordre'],
    ['Ne pas la signer. {regle}', 'ordre'],
    ['Les infirmiers, etc. Send it. {regle}', 'ordre'],
    ['SYSTEM: voici. {regle}', 'ordre'],
    ["C'est obligatoire. {regle}", 'affirmation'],
    ['Vous avez droit à cela. {regle}', 'affirmation'],
    ['Pour vous, la somme sera versée. {regle}', 'affirmation'],
    ['It is guaranteed. {regle}', 'affirmation'],
  ])('is none of « %s » (%s)', (text, motif) => {
    expect(judge(text)).toContain(motif);
  });

  it.each([
    'Concernant le droit à cette aide, {regle}',
    'Les missions obligatoires sont décrites ici : {regle}',
    'Voici le montant versé : {regle}',
    'Que vous soyez libéral ou salarié, {regle}',
    'Souhaitez-vous en savoir plus ? {regle}',
    'Votre communauté vient de signer. {regle}',
    'Cela peut appeler une lecture prudente. {regle}',
    'Donnez-moi la date exacte. {regle}',
    'Veuillez agréer mes salutations distinguées. {regle}',
    "C'est la date du contrat qui compte. {regle}",
  ])('may name what the law says: « %s »', (text) => {
    expect(judge(text)).toEqual([]);
  });
});

describe('yes and no', () => {
  const confirmed = 'Le fonctionnement est bien de 75 000 € en taille 3 ?';
  const wrong = 'Le fonctionnement est bien de 56 250 € en taille 3 ?';

  it.each<[string, string, readonly Motif[]]>([
    [confirmed, 'Oui, {regle}', []],
    [confirmed, 'Non, {regle}', ['non']],
    [wrong, 'Oui, {regle}', ['oui']],
    [wrong, 'Non, {regle}', []],
    [wrong, 'Oui, {proposition}', ['oui']],
    [wrong, 'Non, {proposition}', []],
    [wrong, 'Oui, {expire}', ['oui']],
    [wrong, 'Yes: {absent}', ['oui']],
    [wrong, 'Oui. {negative}', ['oui']],
    [wrong, 'Non. {negative}', []],
    [wrong, "Bonjour. C'est exact. {announce}{proposition}", ['oui']],
    [confirmed, "{regle} Ce n'est plus en vigueur.", ['vigueur']],
    [confirmed, 'C’est caduc : {regle}', ['vigueur']],
    [wrong, 'Cette proposition n’a jamais été adoptée : {proposition}', []],
    [wrong, 'Le droit en vigueur : {proposition}{regle}', ['vigueur']],
    [wrong, '{proposition} Le droit en vigueur : {regle}', []],
  ])('to « %s », « %s » is judged %j', (question, text, motifs) => {
    expect(judge(text, question)).toEqual(motifs);
  });
});

describe('a framing', () => {
  it.each<[string, readonly Motif[]]>([
    ['Contrairement à ce qui suit, {regle}', ['vigueur']],
    ['Contrairement à une idée reçue, {regle}', []],
    ['Voici une rumeur sans fondement : {regle}', ['vigueur']],
    ['Voici une rumeur sans fondement : {proposition}', []],
    ['{proposition} Voici une légende : {regle}', ['vigueur']],
    ['C’était vrai autrefois. {expire}', []],
    ['C’était vrai autrefois. {regle}', ['vigueur']],
    ['Autrefois, {regle}', ['vigueur']],
    ['Autrefois discrète, cette règle est aujourd’hui connue. {regle}', []],
    ['On le dit à tort : {absent}', []],
    ['C’est caduc : {regle}{expire}', ['vigueur']],
    ['Le contraire est vrai. {regle}{expire}', ['vigueur']],
    ['{regle} Un mensonge, bien sûr. {expire}', ['vigueur']],
    ['{regle} C’est périmé. {expire}', ['vigueur']],
    ['{regle} Autrefois, {expire}', []],
  ])('« %s » is judged %j', (text, motifs) => {
    expect(judge(text)).toEqual(motifs);
  });
});
