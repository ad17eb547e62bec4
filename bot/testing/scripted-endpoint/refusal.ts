/** What a strict endpoint answers instead of playing the script. */
export type EndpointRefusal = {
  readonly status: number;
  readonly message: string;
  /** The parameter at fault, when there is one. */
  readonly param?: string | undefined;
  readonly code?: string | undefined;
  /** Whether what came in was badly made, rather than beyond this endpoint: then whoever sent it has a defect. */
  readonly isDefect?: boolean;
};

/** The body of an error, as the API shapes it. */
export function renderRefusal({ status, message, param, code }: EndpointRefusal): string {
  const type = status < 500 ? 'invalid_request_error' : 'server_error';
  return JSON.stringify({ error: { message, type, param: param ?? null, code: code ?? null } });
}
