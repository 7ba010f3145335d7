import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Says what the compiler makes of a file with another text in it. */
export type TypeCheck = {
  /**
   * The compiler's first complaint about this file, or about one that imports it when `importers` is set; undefined
   * when there is none.
   */
  complaint: (given: { file: string; text: string; importers: boolean }) => string | undefined
  /** Our own files that import this one; all relative to the repository. */
  importersOf: (file: string) => string[]
}

/** Reads the product's own `tsconfig.json` once; each question afterwards costs about what the changed file costs. */
export const typeCheck = ({ folder }: { folder: string }): TypeCheck => {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown
  }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const changed = new Map<string, { version: number; text: string }>()
  const service = ts.createLanguageService(hostOf({ folder, fileNames, options, changed }), ts.createDocumentRegistry())
  const write = ({ path, text }: { path: string; text: string }): void => {
    changed.set(path, { version: (changed.get(path)?.version ?? 0) + 1, text })
  }
  const firstOf = (path: string): string | undefined => {
    const [first] = [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)]
    return first && `TS${first.code}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`
  }
  return {
    complaint: ({ file, text, importers }) => {
      const path = join(folder, file)
      const asItStands = readFileSync(path, 'utf8')
      write({ path, text })
      try {
        return [path, ...(importers ? importersOf({ path, program: service.getProgram() }) : [])].reduce<
          string | undefined
        >((found, each) => found ?? firstOf(each), undefined)
      } finally {
        write({ path, text: asItStands })
      }
    },
    importersOf: (file) =>
      importersOf({ path: join(folder, file), program: service.getProgram() }).map((path) =>
        path.slice(folder.length + 1),
      ),
  }
}

type HostGiven = {
  folder: string
  fileNames: string[]
  options: ts.CompilerOptions
  changed: ReadonlyMap<string, { version: number; text: string }>
}

const hostOf = ({ folder, fileNames, options, changed }: HostGiven): ts.LanguageServiceHost => ({
  getScriptFileNames: () => fileNames,
  getScriptVersion: (path) => String(changed.get(path)?.version ?? 0),
  getScriptSnapshot: (path) => {
    const text = changed.get(path)?.text ?? ts.sys.readFile(path)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => folder,
  getCompilationSettings: () => ({ ...options, noEmit: true, incremental: false }),
  getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  fileExists: (path) => ts.sys.fileExists(path),
  readFile: (path) => ts.sys.readFile(path),
  readDirectory: (...given) => ts.sys.readDirectory(...given),
  directoryExists: (path) => ts.sys.directoryExists(path),
  getDirectories: (path) => ts.sys.getDirectories(path),
})

/** Our own files that import this one by its path. */
const importersOf = ({ path, program }: { path: string; program: ts.Program | undefined }): string[] =>
  (program?.getSourceFiles() ?? [])
    .filter(({ fileName }) => !fileName.includes('/node_modules/'))
    .filter((source) =>
      importedBy(source).some(
        (specifier) => specifier.startsWith('.') && join(source.fileName, '..', specifier) === path,
      ),
    )
    .map(({ fileName }) => fileName)

const importedBy = (source: ts.SourceFile): string[] =>
  source.statements.flatMap((statement) =>
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
    statement.moduleSpecifier &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  )
