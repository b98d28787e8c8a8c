// In our bundles this stands for modules of the library of language servers (scripts/build/standIns.ts): features that we
// do not have, and a twentieth of the server without its engine.

/** What a feature adds to a class: nothing. */
function nothing<T>(base: T): T {
  return base;
}

class Absent {}

export {
  Absent as NotebookDocuments,
  nothing as NotebookSyncFeature,
  nothing as resolve,
  nothing as resolveGlobalNodePath,
  nothing as resolveGlobalYarnPath,
  nothing as resolveModulePath,
  nothing as uriToFilePath,
};
