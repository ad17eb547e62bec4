import type { z } from 'zod';
import { checkContent } from '../content/check-content.ts';
import { checkChannel, checkThread } from '../content/check-place.ts';
import { postMessage } from '../content/post-content.ts';
import { defineMethod, type Method } from '../methods/method.ts';
import { type Reply, refuse, succeed } from '../methods/reply.ts';
import type { World } from '../world.ts';
import { CompleteUpload, GetUploadUrl } from './file-schemas.ts';
import type { StoredFile } from './stored-file.ts';

const scopes = ['files:write'];

/** The methods that send a file, in the steps that Slack asks for. */
export const FILE_METHODS: readonly Method[] = [
  defineMethod({ name: 'files.getUploadURLExternal', scopes, schema: GetUploadUrl, run: getUrl }),
  defineMethod({ name: 'files.completeUploadExternal', scopes, schema: CompleteUpload, run: complete }),
];

function getUrl({ filename, length, alt_txt = '' }: z.output<typeof GetUploadUrl>, world: World): Reply {
  const { workspace, origin, uploads } = world;
  const id = `F0FILE${workspace.files.size + 1}`;
  const url = `${origin}/files-pri/${id}/${encodeURIComponent(filename)}`;
  workspace.files.set(id, { id, name: filename, title: filename, altText: alt_txt, length, url, complete: false });
  return succeed({ upload_url: `${origin}${uploads.open(id)}`, file_id: id });
}

function complete(args: z.output<typeof CompleteUpload>, world: World): Reply {
  const { workspace, journal } = world;
  const found: StoredFile[] = [];
  for (const { id, title } of args.files) {
    const file = workspace.files.get(id);
    if (file === undefined || file.bytes === undefined || file.complete) {
      const why = file === undefined ? 'is unknown' : file.complete ? 'is complete already' : 'was not uploaded';
      journal.violate(`files.completeUploadExternal: the file ${id} ${why}`);
      return refuse(file === undefined ? 'file_not_found' : 'invalid_upload');
    }
    found.push({ ...file, title: title ?? file.title, complete: true });
  }
  const shared = share(found, args, world);
  if (shared !== undefined) return shared;
  const { channel_id: channel, thread_ts } = args;
  const place = { ...(channel === undefined ? {} : { channel }), ...(thread_ts === undefined ? {} : { thread_ts }) };
  for (const file of found) workspace.files.set(file.id, { ...file, ...place });
  world.changes.changed();
  return succeed({ files: found.map(({ id, title }) => ({ id, title })) });
}

/** Shows files in a conversation; a refusal when they cannot be shown there. */
function share(files: readonly StoredFile[], args: z.output<typeof CompleteUpload>, world: World): Reply | undefined {
  const { channel_id, thread_ts, initial_comment: text = '', blocks } = args;
  if (channel_id === undefined) return undefined;
  const place = checkChannel(channel_id, world);
  if (place.kind === 'refused') return place.reply;
  const where = { channel: place.channel.id, thread_ts };
  const lost = checkThread('files.completeUploadExternal', where, 'thread_not_found', world);
  if (lost !== undefined) return lost;
  const names = files.map(({ id }) => id);
  const given = { text: text === '' ? files.map(({ title }) => title).join(', ') : text, blocks };
  const checked = checkContent('files.completeUploadExternal', given, world);
  if (checked.kind === 'refused') return refuse(checked.error, checked.details);
  postMessage(world, where, { ...checked.content, text }, { files: names });
  return undefined;
}
