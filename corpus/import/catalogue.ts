import { z } from 'zod';
import { FicheDocument } from './document-importe.ts';

/** Documents of a workspace: a document is imported when it stands here, and only then. */
export const Catalogue = z.strictObject({
  version: z.literal(1),
  documents: z.array(
    z.strictObject({
      fiche: FicheDocument,
      /** sha256 of its file. */
      empreinte: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Catalogue = z.infer<typeof Catalogue>;
