import { randomBytes } from 'node:crypto';
import type { Identity } from './settings.ts';

/** What a response URL answers to. */
export type ResponseTarget = {
  readonly channel: string;
  readonly user: string;
  readonly thread_ts?: string | undefined;
  /** Message whose button was pressed, by its key; undefined for a command. */
  readonly source?: { readonly kind: 'message' | 'ephemeral'; readonly key: string };
};

/** A response URL and what was posted through it. */
export type ResponseUrl = ResponseTarget & {
  readonly url: string;
  readonly openedAt: number;
  uses: number;
  /** Keys of what was posted through it, oldest first. */
  readonly posted: { readonly kind: 'message' | 'ephemeral'; readonly key: string }[];
};

/** The response URLs handed out. */
export type ResponseUrls = {
  open(prefix: 'commands' | 'actions' | 'app', target: ResponseTarget): ResponseUrl;
  find(path: string): ResponseUrl | undefined;
};

/** Starts with none. */
export function createResponseUrls(origin: string, { teamId }: Identity, now: () => number): ResponseUrls {
  const byPath = new Map<string, ResponseUrl>();
  return {
    open(prefix, target) {
      const path = `/${prefix}/${teamId}/${byPath.size + 1}/${randomBytes(12).toString('hex')}`;
      const opened: ResponseUrl = { ...target, url: `${origin}${path}`, openedAt: now(), uses: 0, posted: [] };
      byPath.set(path, opened);
      return opened;
    },
    find: (path) => byPath.get(path),
  };
}
