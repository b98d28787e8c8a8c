import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../stop';

/** The files of a corpus by its index: `plan`, `guide` or `other`. A folder without an index is a Stop. */
export function corpusFiles(folder: string): { file: string; kind: string }[] {
  const index = join(folder, 'INDEX.tsv');
  if (!existsSync(index)) throw new Stop(`There is no corpus in ${folder}: name the folder that holds INDEX.tsv.`);
  const rows = readFileSync(index, 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [file, kind] = row.split('\t') as [string, string];
    return { file, kind };
  });
}
