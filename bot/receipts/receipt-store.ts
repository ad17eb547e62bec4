import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoredReceipt } from './receipt.ts';

/** Keeps receipts as small files under `DATA_DIR/recus` (I/O edge). */
export type ReceiptStore = {
  /** Keeps a receipt; false when the folder cannot be written, which must not stop an answer. */
  save(stored: StoredReceipt): boolean;
  /** The receipt whose answer begins so, or that a file holds; undefined when there is none, or several. */
  find(reference: string): StoredReceipt | undefined;
};

/** Opens the store of a data folder; nothing is created before the first receipt. */
export function openReceiptStore(dataDir: string): ReceiptStore {
  const folder = join(dataDir, 'recus');
  return {
    save(stored) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, `${stored.receipt.answer}.json`), `${JSON.stringify(stored)}\n`);
        return true;
      } catch {
        return false;
      }
    },
    find(reference) {
      const names = /^[0-9a-f]{6,64}$/.test(reference)
        ? listNames(folder).filter((name) => name.startsWith(reference))
        : [];
      const path = names.length === 1 ? join(folder, names[0] ?? '') : reference;
      return readReceipt(path, folder);
    },
  };
}

/** A stored receipt, or the JSON answer of `ask --json`, whose receipt is then looked up. */
function readReceipt(path: string, folder: string): StoredReceipt | undefined {
  const data = readJson(path);
  const stored = StoredReceipt.safeParse(data);
  if (stored.success) return stored.data;
  const answer = (data as { readonly receipt?: { readonly answer?: unknown } } | undefined)?.receipt?.answer;
  if (typeof answer !== 'string' || !/^[0-9a-f]{64}$/.test(answer)) return undefined;
  const kept = StoredReceipt.safeParse(readJson(join(folder, `${answer}.json`)));
  return kept.success ? kept.data : undefined;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
