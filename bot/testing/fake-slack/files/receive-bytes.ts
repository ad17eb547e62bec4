import { answerWithFaults } from '../methods/call-method.ts';
import type { Reply } from '../methods/reply.ts';
import type { World } from '../world.ts';

/** Bytes sent to an address of upload. */
export type SentBytes = { readonly path: string; readonly contentType: string | undefined; readonly bytes: Buffer };

const NAME = 'upload_url';

/** Takes the bytes of a file, as they are or in a form, if there are as many as was announced. */
export async function receiveBytes({ path, contentType = '', bytes }: SentBytes, world: World): Promise<Reply> {
  const file = contentType.startsWith('multipart/form-data') ? await readPart(bytes, contentType) : bytes;
  return answerWithFaults(NAME, { path, length: file?.length }, world, () => {
    const { journal, uploads, workspace, changes } = world;
    const stored = workspace.files.get(uploads.take(path) ?? '');
    if (stored === undefined || file === undefined) {
      journal.violate(`${NAME}: ${stored === undefined ? `${path} was never handed out, or was used` : 'no file'}`);
      return { status: 404, body: 'not found' };
    }
    if (file.length !== stored.length) {
      journal.violate(`${NAME}: ${file.length} bytes came, ${stored.length} were announced`);
      return { status: 400, body: 'length mismatch' };
    }
    workspace.files.set(stored.id, { ...stored, bytes: file });
    changes.changed();
    return { status: 200, body: `OK - ${file.length}` };
  });
}

async function readPart(bytes: Buffer, contentType: string): Promise<Buffer | undefined> {
  const body = new Uint8Array(bytes);
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
  const part = form === undefined ? undefined : [...form.values()].find((one) => typeof one !== 'string');
  return part === undefined ? undefined : Buffer.from(await part.arrayBuffer());
}
