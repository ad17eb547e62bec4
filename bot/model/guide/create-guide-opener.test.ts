import { describe, expect, it } from 'vitest';
import type { Incident } from '#bot/tell-error.ts';
import type { ChatModel } from '../chat-model.ts';
import { ModelError } from '../model-error.ts';
import { askGuided, guidePipeline } from '../testing/guide-pipeline.ts';
import { type Asked, listHandlesOf, playModel, toChoice } from '../testing/play-model.ts';

const PLAFOND = 'Quel plafond annuel pour une CPTS de taille 1 ?';

/** Everything that must be said, and nothing else. */
function sayRequired(asked: Asked) {
  return { segments: listHandlesOf(asked, 'enonce').map((handle) => toChoice('enonce', handle)) };
}

describe('a model that fails', () => {
  /** A model whose two ways of asking do the same wrong thing. */
  function failWith(fail: () => Promise<never>): ChatModel {
    return { name: 'x', chooseTools: fail, writeDraft: fail };
  }

  it.each([
    'INJOIGNABLE',
    'CLE',
    'INCONNU',
    'CERTIFICAT',
    'DELAI',
    'PAUSE',
    'ENCOMBRE',
    'REPONSE',
    'TROP_GROS',
    'REFUS',
  ] as const)(
    'leaves the deterministic answer, one line for the reader and a code in the journal: %s',
    async (fault) => {
      const journal: Incident[] = [];
      const model = failWith(() => Promise.reject(new ModelError(fault)));
      const { answer, text } = await askGuided(PLAFOND, guidePipeline(model, { journal }));
      expect(answer).toMatchObject({ kind: 'answered', composer: 'deterministic' });
      expect(text).toContain('287 500 €');
      expect(text.match(/Le modèle de langue n'a pas répondu : cette réponse est faite sans lui\./g)).toHaveLength(1);
      expect(journal.map(({ code }) => code)).toEqual([`ERR_MODELE_${fault}`]);
    },
  );

  it('says that the allowance of the day is used up', async () => {
    const model = failWith(() => Promise.reject(new ModelError('BUDGET')));
    const { text } = await askGuided(PLAFOND, guidePipeline(model));
    expect(text).toContain('Le modèle de langue a épuisé ce qui lui est accordé');
  });

  it('is asked nothing more for the other parts of the question', async () => {
    let calls = 0;
    const model = failWith(() => {
      calls += 1;
      return Promise.reject(new ModelError('INJOIGNABLE'));
    });
    const { answer } = await askGuided(
      'Quel plafond pour la taille 1 ? Quelle est la durée du contrat ?',
      guidePipeline(model),
    );
    expect(calls).toBe(1);
    expect(answer.avis).toHaveLength(1);
  });

  it('is left when its time is over, even if it never answers', async () => {
    const model = failWith(() => new Promise(() => {}));
    const journal: Incident[] = [];
    const { answer, text } = await askGuided(PLAFOND, guidePipeline(model, { journal, deadlineMs: 30 }));
    expect(answer.composer).toBe('deterministic');
    expect(text).toContain("n'a pas répondu");
    expect(journal.map(({ code }) => code)).toEqual(['ERR_MODELE_DELAI']);
  });

  it('leaves in the journal none of the words of anybody when it breaks otherwise', async () => {
    const journal: Incident[] = [];
    const model = failWith(() => Promise.reject(new TypeError(`bad ${PLAFOND} sk-secret`)));
    const { answer } = await askGuided(PLAFOND, guidePipeline(model, { journal }));
    expect(answer.composer).toBe('deterministic');
    expect(journal).toMatchObject([{ code: 'ERR_MODELE_INTERNE' }]);
    expect(JSON.stringify(journal)).not.toMatch(/taille|sk-secret/);
  });

  it('may fail to choose tools in a readable way and still write a good draft', async () => {
    const model = playModel({ drafts: [sayRequired] });
    const broken: ChatModel = { ...model, chooseTools: () => Promise.reject(new ModelError('REPONSE')) };
    const { answer } = await askGuided(PLAFOND, guidePipeline(broken));
    expect(answer.composer).toBe('model');
  });
});

describe('a question whose answer the corpus lacks', () => {
  it.each([
    'Quel est le préavis pour résilier un contrat ACI CPTS ?',
    'Le renouvellement du contrat est-il automatique ?',
  ])('is told to be one, whatever a model quotes instead: %s', async (question) => {
    let offered: readonly string[] = [];
    const draftWith = (place: number) => (asked: Asked) => {
      offered = listHandlesOf(asked, 'citation');
      return { segments: [toChoice('citation', offered[place] ?? '')] };
    };
    await askGuided(question, guidePipeline(playModel({ drafts: [draftWith(0)] })));
    expect(offered.length).toBeGreaterThan(2);
    for (const place of offered.keys()) {
      const { answer } = await askGuided(question, guidePipeline(playModel({ drafts: [draftWith(place)] })));
      expect(answer).toMatchObject({ kind: 'not-covered', composer: 'model' });
    }
  });
});
