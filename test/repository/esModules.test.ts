import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asEsModule } from '../../scripts/build/esModules';

/** Without empty lines. */
const written = (...lines: string[]) =>
  asEsModule(lines.join('\n'))
    .split('\n')
    .filter((line) => line !== '');

describe('asEsModule', () => {
  it('writes imports, and what is passed on', () => {
    assert.deepEqual(
      written(
        '"use strict";',
        'Object.defineProperty(exports, "__esModule", { value: true });',
        'exports.Size = exports.make = void 0;',
        'const size_1 = require("./size");',
        'const Is = __importStar(require("./is"));',
        'const host_1 = __importDefault(require("./host"));',
        'const parse = require("parse");',
        'Object.defineProperty(exports, "Size", { enumerable: true, get: function () { return size_1.Size; } });',
        '__exportStar(require("./all"), exports);',
        'function make() { return (0, host_1.default)() && parse(size_1.Size, Is); }',
        'exports.make = make;',
      ),
      [
        'import * as size_1 from "./size";',
        'import * as Is from "./is";',
        'import host_1 from "./host";',
        'import parse from "parse";',
        'export { Size as Size } from "./size";',
        'export * from "./all";',
        'function make() { return (0, host_1)() && parse(size_1.Size, Is); }',
        'export { make };',
      ],
    );
  });

  it('makes a namespace a call that can be left out', () => {
    assert.deepEqual(
      written(
        'var Hover;',
        '(function (Hover) {',
        '    Hover.method = "hover";',
        '})(Hover || (exports.Hover = Hover = {}));',
      ),
      [
        'var Hover = /* @__PURE__ */ (function (Hover) {',
        '    Hover.method = "hover";',
        'return Hover;',
        '})({});',
        'export { Hover };',
      ],
    );
  });

  it('drops what the compiler put in', () => {
    const helper = ['var __star = (this && this.__star) || (function () {', '    return exports;', '})();'];
    assert.deepEqual(written(...helper, 'exports.kinds = [1];', 'use(exports.kinds);'), [
      'export const kinds = [1];',
      'use(kinds);',
      'export {  };',
    ]);
  });

  it('refuses a form that it does not know', () => {
    assert.throws(
      () => asEsModule('module.exports = 1;\nif (a) require("./b");'),
      /does not know: module\.exports = 1;/,
    );
    assert.throws(() => asEsModule('if (later) require("./b");'), /does not know: if/);
    assert.throws(() => asEsModule('if (is) {\n    exports.is = is();\n}'), /does not know: {5}exports\.is/);
    assert.throws(() => asEsModule('use(exports);'), /does not know: use/);
  });
});
