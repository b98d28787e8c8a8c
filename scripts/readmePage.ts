/**
 * A README for VS Code's page of an extension. That page opens links to the web alone, and shows no picture that lies in the
 * package: pictures come with the text, and a link to a page of ours becomes its words. `base64` reads a picture.
 */
export function forExtensionPage(readme: string, base64: (path: string) => string): string {
  const withPictures = readme.replace(
    /!\[([^\]]*)\]\((?!https:)([^)\s]+\.png)\)/g,
    (_, words: string, path: string) => `![${words}](data:image/png;base64,${base64(path)})`,
  );
  const withoutLinks = withPictures.replace(/(?<!!)\[([^\]]+)\]\((?!https?:|mailto:|data:|#)[^)\s]+\)/g, '*$1*');
  const [title = '', ...rest] = withoutLinks.split(/(?<=^# .*\n)/m);
  return [title, '\n', hint, '\n', ...rest].join('');
}

const hint =
  '> The pages in docs that are named below come with the extension: *ExecPlan: Open Documentation* in the command palette opens them.\n';
