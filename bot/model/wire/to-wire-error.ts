import { z } from 'zod';
import { ModelError, type ModelFault } from '../model-error.ts';

/** Codes of the system and of TLS for a certificate that does not hold. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH/;

/** Codes of the system, « ECONNREFUSED », and of the libraries beneath. */
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{1,40}$/;

/** Codes of an endpoint that may be kept: words in a row, « insufficient_quota »; a key or a sentence is not. */
const ENDPOINT_CODE = /^[a-z]{1,20}(?:_[a-z]{1,20}){1,4}$/;

/** A model that is not there, in the words of several endpoints. */
const UNKNOWN_MODEL =
  /model_not_found|\bmodel\b[^,]{0,80}?\b(?:not found|not exist|is unknown|is invalid)|\b(?:unknown|invalid)[ _]model\b/i;

/** An endpoint says what it refuses in its first words, in characters. */
const LONGEST_SAID = 4000;

/** What failed before an answer came: an abortion, a certificate, the network. */
export function toNetworkError(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted) return new ModelError('DELAI');
  const code = findCode(error);
  const fault = code !== undefined && CERTIFICATE.test(code) ? 'CERTIFICAT' : 'INJOIGNABLE';
  return new ModelError(fault, { detail: code });
}

/** What an error status means. */
export function toStatusError(status: number, headers: Headers, body: string): ModelError {
  const code = findErrorCode(body);
  const detail = code === undefined ? `statut ${status}` : `statut ${status}, ${code}`;
  const said = body.slice(0, LONGEST_SAID);
  return new ModelError(findFault(status, said), { detail, retryAfterMs: readRetryAfter(headers), said });
}

function findFault(status: number, body: string): ModelFault {
  if (status === 401 || status === 402 || status === 403) return 'CLE';
  if (status === 404) return 'INCONNU';
  if (status === 429) return 'ENCOMBRE';
  if (status === 408 || status >= 500) return 'INJOIGNABLE';
  return UNKNOWN_MODEL.test(body) ? 'INCONNU' : 'REPONSE';
}

/** The first code of the chain of causes. */
function findCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && SYSTEM_CODE.test(cause.code)) return cause.code;
  }
  return undefined;
}

/** The part of an error body that is read; endpoints shape the rest as they please. */
const ErrorBody = z.object({ error: z.object({ code: z.union([z.string(), z.number()]) }) });

/** The code that the endpoint gives to its error, when it has one. */
function findErrorCode(body: string): string | undefined {
  try {
    const code = String(ErrorBody.parse(JSON.parse(body)).error.code);
    return ENDPOINT_CODE.test(code) ? code : undefined;
  } catch {
    // Not JSON, or without a code: the status is told alone.
    return undefined;
  }
}

/** Retry-After in seconds, in milliseconds; a date is not read. */
function readRetryAfter(headers: Headers): number | undefined {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}(\.\d+)?$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}
