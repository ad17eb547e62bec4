import type { ChatBody, EmbeddingsBody } from './body-schemas.ts';

/** What every exchange keeps; the key is left out of the headers. */
type Received = { readonly headers: Readonly<Record<string, string>> };

/** A conversation that was accepted, as the endpoint understood it. */
export type ChatExchange = Received & {
  readonly kind: 'chat';
  readonly messages: ChatBody['messages'];
  /** Tools on offer; none when the model is asked for words. */
  readonly tools: NonNullable<ChatBody['tools']>;
  /** The form asked for: plain text unless told. */
  readonly format: 'text' | 'json_object' | 'json_schema';
  /** JSON schema of the form, with `json_schema`. */
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  readonly body: ChatBody;
};

/** Texts whose vectors are asked for. */
export type EmbeddingsExchange = Received & {
  readonly kind: 'embeddings';
  readonly texts: readonly string[];
  readonly body: EmbeddingsBody;
};

/** What the endpoint was asked, once accepted. */
export type Exchange = ChatExchange | EmbeddingsExchange;

/** A conversation, from its body. */
export function toChatExchange(body: ChatBody, headers: Readonly<Record<string, string>>): ChatExchange {
  const form = body.response_format;
  return {
    kind: 'chat',
    headers,
    messages: body.messages,
    tools: body.tools ?? [],
    format: form?.type ?? 'text',
    schema: form?.type === 'json_schema' ? form.json_schema.schema : undefined,
    body,
  };
}
