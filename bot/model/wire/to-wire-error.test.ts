import { describe, expect, it } from 'vitest';
import { toNetworkError, toStatusError } from './to-wire-error.ts';

const LIVE = new AbortController().signal;

describe('toStatusError', () => {
  it.each([
    [400, { error: { message: "The model 'gpt-9.1' does not exist" } }, 'INCONNU'],
    [400, { message: 'Invalid model: grand', code: 'invalid_model' }, 'INCONNU'],
    [404, { error: { message: 'model "grand" not found, try pulling it first' } }, 'INCONNU'],
    [400, { error: { message: 'Bad form with this model.', type: 'invalid_request_error' } }, 'REPONSE'],
    [400, 'Bad Request', 'REPONSE'],
    [401, '', 'CLE'],
    [403, 'Forbidden', 'CLE'],
    [408, '', 'INJOIGNABLE'],
    [422, { detail: [] }, 'REPONSE'],
    [429, '', 'ENCOMBRE'],
    [500, '', 'INJOIGNABLE'],
    [529, '', 'INJOIGNABLE'],
  ])('reads %i %j as %s', (status, body, fault) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(toStatusError(status, new Headers(), text).code).toBe(`ERR_MODELE_${fault}`);
  });

  it('keeps a code that is one, and no sentence or key', () => {
    const told = [
      { code: 'insufficient_quota' },
      { code: 'sk-proj-0123' },
      { code: 'Odile demande' },
      { code: 1500 },
    ].map((error) => toStatusError(429, new Headers(), JSON.stringify({ error })).message);
    expect(told).toEqual([
      'le service du modèle demande d’attendre (statut 429, insufficient_quota)',
      ...Array.from({ length: 3 }, () => 'le service du modèle demande d’attendre (statut 429)'),
    ]);
  });

  it.each([
    ['2', 2000],
    ['0.5', 500],
    ['', undefined],
    ['-1', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('reads a wait of « %s »', (header, ms) => {
    expect(toStatusError(429, new Headers({ 'retry-after': header }), '').retryAfterMs).toBe(ms);
  });
});

describe('toNetworkError', () => {
  it.each([
    ['ECONNREFUSED', 'INJOIGNABLE'],
    ['ENOTFOUND', 'INJOIGNABLE'],
    ['UND_ERR_SOCKET', 'INJOIGNABLE'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERTIFICAT'],
    ['CERT_HAS_EXPIRED', 'CERTIFICAT'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERTIFICAT'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERTIFICAT'],
  ])('reads %s as %s, however deep', (code, fault) => {
    const cause = Object.assign(new Error('at https://key@host'), { code });
    const error = toNetworkError(new TypeError('fetch failed', { cause }), LIVE);
    expect(error).toMatchObject({ code: `ERR_MODELE_${fault}`, message: expect.stringContaining(code) });
    expect(error.message).not.toContain('key@host');
  });

  it('tells what was stopped', () => {
    expect(toNetworkError(new Error('aborted'), AbortSignal.abort()).code).toBe('ERR_MODELE_DELAI');
  });
});
