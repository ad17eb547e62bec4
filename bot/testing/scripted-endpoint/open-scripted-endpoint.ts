import { expect, onTestFinished } from 'vitest';
import {
  type ScriptedEndpoint,
  type ScriptedEndpointOptions,
  startScriptedEndpoint,
} from './start-scripted-endpoint.ts';

/** An endpoint for one test: stopped when it ends, and nothing unscripted may have been asked of it. */
export async function openScriptedEndpoint(options: ScriptedEndpointOptions = {}): Promise<ScriptedEndpoint> {
  const endpoint = await startScriptedEndpoint(options);
  onTestFinished(async () => {
    await endpoint.stop();
    expect(endpoint.unexpected).toEqual([]);
  });
  return endpoint;
}
