import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../../src/runtime/config.ts'

/** What the comment above a function or a constant says. */
export interface Docstring {
  readonly name: string
  readonly text: string
  /** Of what it gives, where the comment has a line `Unit:`. */
  readonly unit?: string
  /** Where its formula is from, where the comment has a line `Source:`. */
  readonly source?: string
}

export interface DocumentedFile {
  /** From the root of the project. */
  readonly path: string
  /** Of what it exports, and of whatever has a unit. */
  readonly docstrings: readonly Docstring[]
  /** The files of the project it takes values from. */
  readonly imports: readonly string[]
}

/** A source file as its comments and imports tell of it. */
export async function readDocumented(path: string): Promise<DocumentedFile> {
  const text = await readFile(join(ROOT, path), 'utf8')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return {
    path,
    docstrings: file.statements.flatMap(toDocstring),
    imports: file.statements.flatMap((statement) => importOf(statement, path)),
  }
}

function toDocstring(statement: ts.Statement): readonly Docstring[] {
  const name = nameOf(statement)
  const [comment] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc)
  const whole = ts.getTextOfJSDocComment(comment?.comment)
  if (name === undefined || whole === undefined) return []
  const [text = '', tail = ''] = whole.split(/\n\n(?=Unit: )/)
  const [unit, source] = tail.split(/\nSource: /)
  if (source !== undefined && unit !== undefined)
    return [{ name, text, unit: unit.replace('Unit: ', ''), source: source.replaceAll('\n', ' ') }]
  return isExported(statement) ? [{ name, text }] : []
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text
  if (!ts.isVariableStatement(statement)) return undefined
  return statement.declarationList.declarations[0]?.name.getText()
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  )
}

function importOf(statement: ts.Statement, path: string): readonly string[] {
  if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly === true) return []
  if (!ts.isStringLiteral(statement.moduleSpecifier)) return []
  const { text } = statement.moduleSpecifier
  return text.startsWith('.') ? [relative('', join(dirname(path), text))] : []
}
