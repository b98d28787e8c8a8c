import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../../core/check';
import { applyEdits } from '../../../core/edits/apply';
