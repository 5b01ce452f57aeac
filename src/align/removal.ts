import type { AlignPort } from '../domain/ports/align';
import { NotFoundError, RejectedError } from '../domain/errors';
import { patchItem, type PatchOperation } from './patch';
import { SHAPES } from './properties';
import { callAlign, type AlignClient } from './request';

/**
 * Ends of an item, and its change of program. None of them is documented outside a site and none is verified against
 * a live one, so every form that is likely is tried in turn; a refusal changed nothing, so trying again is safe.
 */
export function removal(
  client: AlignClient,
): Pick<AlignPort, 'cancelItem' | 'recycleItem' | 'moveToProgram'> {
  const firstTaken = async (forms: readonly PatchOperation[], send: Send) => {
    for (const [index, form] of forms.entries()) {
      try {
        return await send(form);
      } catch (error) {
        if (!(error instanceof RejectedError) || index === forms.length - 1) throw error;
      }
    }
  };
  return {
    async cancelItem(ref) {
      // Items say it as true or false, epics as 1 or nothing.
      const values = ref.type === 'epic' ? [1, true] : [true, 1];
      const forms = values.map((value) => ({ op: 'replace', path: '/isCanceled', value }));
      await firstTaken(forms, (form) => patchItem(client, ref, [form]));
    },

    async recycleItem(ref) {
      const path = `${SHAPES[ref.type].collection}/${ref.id}`;
      try {
        await callAlign(client, { path, method: 'DELETE' });
      } catch (error) {
        if (!(error instanceof RejectedError || error instanceof NotFoundError)) throw error;
        const value = ref.type === 'epic' ? 1 : true;
        await patchItem(client, ref, [{ op: 'replace', path: '/isRecycled', value }]);
      }
    },

    async moveToProgram(ref, programId) {
      const { program } = SHAPES[ref.type];
      const names = program === 'primaryProgramId' ? [program, 'programId'] : ['programId'];
      const forms = names.map((name) => ({ op: 'replace', path: `/${name}`, value: programId }));
      await firstTaken(forms, (form) => patchItem(client, ref, [form]));
    },
  };
}

type Send = (form: PatchOperation) => Promise<void>;
