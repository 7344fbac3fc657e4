import { fillWords } from '@dangjian/domain/access'

/** Why a backup cannot be taken, read or restored, or an installation not be moved. */
export const backupRefusalWords = {
  'zh-CN': {
    'key-malformed': '{source} 须是 64 个十六进制数字。可用 openssl rand -hex 32 生成。',
    'key-unreadable': '读不到 BACKUP_KEY_FILE 指定的文件 {file}。请检查路径和权限。',
    'two-keys': 'BACKUP_KEY 与 BACKUP_KEY_FILE 只能设一个。',
    'folder-not-empty': '{folder} 不是空文件夹；每次备份请用新文件夹。',
    unfinished: '{folder} 里没有完整的备份（缺少 {file}）；请指定“dangjian backup”写成的文件夹。',
    'seal-damaged': '{file} 已损坏。请用另一份备份。',
    'sealed-without-key': '这份备份已加密（密钥编号 {keyId}）；请设置 BACKUP_KEY 或 BACKUP_KEY_FILE。',
    'sealed-with-another-key': '这份备份用另一把密钥加密（编号 {keyId}，给出的是 {given}），或 {file} 已损坏。',
    'plain-with-key':
      '这份备份没有加密，却给了密钥，可能已被调换。若确实要用未加密的备份，请取消 BACKUP_KEY 与 BACKUP_KEY_FILE。',
    'manifest-damaged': '{file} 已损坏。请用另一份备份。',
    'manifest-unknown': '{file} 的格式本版本不认识。',
    damaged: '备份已损坏或缺少文件，请用另一份：{files}',
    newer: '备份由更新的版本（{version}）所写，其数据表含 {migrations}。请安装该版本或更新的版本后再恢复。',
    'folder-in-use': '{folder} 不是空文件夹；请把 DATA_DIR 设为空文件夹再恢复。',
    'database-not-empty': 'DATABASE_URL 所指的数据库不是空的；请新建一个再恢复。',
    'file-changed': '复制 {file} 时它的内容变了。',
    'table-differs': '数据表 {table} 没有照原样写入，行数或内容不同。',
    'move-nowhere': '请把 DATABASE_URL 设为一个新建的空 PostgreSQL 数据库。',
    'moved-already': '这套数据已迁到 PostgreSQL（{file}）。若要重新迁移，请先删除该文件。',
    'move-nothing': '{folder} 里没有 SQLite 数据库；请检查 DATA_DIR。',
    'move-damaged': 'SQLite 数据库已损坏，没有迁移：{faults}。请先恢复备份。',
    'move-newer': 'SQLite 数据库由更新的版本所写（含 {migrations}）。请安装该版本或更新的版本后再迁移。',
    'text-with-nul':
      '数据表 {table} 的 {column} 列（{row}）的文字里有 NUL 字符（U+0000），PostgreSQL 存不了，所以没有向它写入任何内容。请先用 SQLite 启动服务器，改掉这段文字，再试一次。',
    'target-not-empty': 'DATABASE_URL 所指的数据库里已有别的内容；请新建一个空数据库。',
    'target-in-use': 'DATABASE_URL 所指的数据库正被别的程序使用；请先断开它们，或新建一个空数据库。',
    'source-changed': '迁移开始之后 SQLite 数据库又被改动。请另建一个空数据库，重新迁移。',
  },
  en: {
    'key-malformed': '{source} must be 64 hexadecimal digits. Make one with: openssl rand -hex 32',
    'key-unreadable': 'The file {file} that BACKUP_KEY_FILE names cannot be read. Check path and permissions.',
    'two-keys': 'Set BACKUP_KEY or BACKUP_KEY_FILE, not both.',
    'folder-not-empty': '{folder} is not empty; name a new folder for each backup.',
    unfinished: '{folder} holds no finished backup ({file} is missing); name a folder that "dangjian backup" filled.',
    'seal-damaged': '{file} is damaged. Use another backup.',
    'sealed-without-key': 'This backup is encrypted (key {keyId}); set BACKUP_KEY or BACKUP_KEY_FILE.',
    'sealed-with-another-key':
      'This backup was encrypted with another key ({keyId}; {given} was given), or {file} is damaged.',
    'plain-with-key':
      'This backup is not encrypted although a key is given: it may have been exchanged. To use a backup in the open, unset BACKUP_KEY and BACKUP_KEY_FILE.',
    'manifest-damaged': '{file} is damaged. Use another backup.',
    'manifest-unknown': '{file} is of a form that this version does not read.',
    damaged: 'The backup does not hold, so use another one. Damaged or missing: {files}',
    newer:
      'The backup was taken by a newer version ({version}; its tables know {migrations}). Install that version or a newer one, then restore.',
    'folder-in-use': '{folder} is not empty; name an empty DATA_DIR to restore into.',
    'database-not-empty': 'The database that DATABASE_URL names is not empty; make a new one to restore into.',
    'file-changed': '{file} changed while it was copied.',
    'table-differs': 'Table {table} did not come over as it was: other rows, or other content.',
    'move-nowhere': 'Name a new, empty PostgreSQL database in DATABASE_URL.',
    'moved-already':
      'This installation was moved to PostgreSQL already ({file}). Delete that file first to move it again.',
    'move-nothing': '{folder} holds no SQLite database; check DATA_DIR.',
    'move-damaged': 'The SQLite database is damaged, so nothing was moved: {faults}. Restore a backup first.',
    'move-newer':
      'The SQLite database was written by a newer version (it knows {migrations}). Install that version or a newer one, then move.',
    'text-with-nul':
      'Table {table}, column {column} ({row}) holds a text with a NUL (U+0000) in it, which PostgreSQL cannot keep, so nothing was written to it. Start the server on SQLite, mend that text, and try again.',
    'target-not-empty': 'The database that DATABASE_URL names holds something else; make a new, empty one.',
    'target-in-use':
      'Another program is connected to the database that DATABASE_URL names; end it, or make a new, empty one.',
    'source-changed':
      'The SQLite database was changed after the move had begun. Make a new, empty database and move to that.',
  },
} as const

export type BackupRefusal = keyof (typeof backupRefusalWords)['en']

/** The message says why it is refused, in both languages. */
export class BackupUnusable extends Error {
  readonly refusal: BackupRefusal

  constructor(refusal: BackupRefusal, detail: Readonly<Record<string, string | number>> = {}) {
    super(
      [backupRefusalWords.en, backupRefusalWords['zh-CN']].map((words) => fillWords(words[refusal], detail)).join('\n'),
    )
    this.refusal = refusal
  }
}
