/** A file that would be left out, or become a lesson by itself, by what it is called and where it stands. */
export function nameFaults(file: string): string[] {
  if (file.endsWith('.md')) return [`${file} would be left out: a chapter is named ${file}x.`];
  if (file.split('/').length !== 4)
    return [`${file} stands in no lesson: a chapter is content/lessons/<lesson>/<register>.mdx.`];
  return [];
}
