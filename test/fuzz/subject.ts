import { check, soundFixes } from '../../server/core/check';
import { mend } from '../../server/core/mend';
import { plan } from '../../server/core/plan';
import { applyTextEdits, textEdits } from '../../server/core/spec/edit';
import { lineStarts, offsetAt, positionAt } from '../../server/core/spec/position';
import { requestInput } from '../../server/core/spec/request';
import { parseSpec } from '../../server/core/spec/spec';
import { codeActions } from '../../server/lsp/code-actions';
import { completionsAt } from '../../server/lsp/completion';
import { definitionAt } from '../../server/lsp/definition';
import { diagnosticsOf } from '../../server/lsp/diagnostics';
import { hoverAt } from '../../server/lsp/hover';
import { inlayHints } from '../../server/lsp/inlay-hints';
import { foldingRanges, format, selectionRanges, symbols } from '../../server/lsp/structure';
import { sendOnWire } from './wire';

/** What the properties are held against. A test puts a broken part in, to show that its breach is seen. */
export const product = {
  parseSpec,
  check,
  soundFixes,
  mend,
  plan,
  textEdits,
  applyTextEdits,
  lineStarts,
  positionAt,
  offsetAt,
  requestInput,
  sendOnWire,
  completionsAt,
  hoverAt,
  definitionAt,
  inlayHints,
  symbols,
  foldingRanges,
  selectionRanges,
  codeActions,
  diagnosticsOf,
  format,
};

export type Subject = typeof product;
