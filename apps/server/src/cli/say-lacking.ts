import type { Manifest } from '../backup/manifest.ts'
import { counted } from '../doctor/finding.ts'
import type { CommandIo } from './command.ts'

/** Says which contents that rows name a backup has never held, and answers whether there are any. */
export function sayLacking({ lacking }: Manifest, io: CommandIo): boolean {
  if (!lacking) {
    io.out('A backup of this older form does not tell whether contents were missing when it was taken.\n')
    return false
  }
  if (lacking.length === 0) return false
  io.err(
    `This backup lacks ${counted(lacking.length, 'content')} that the database names: missing or damaged in DATA_DIR when it was taken. Look for ${lacking.length === 1 ? 'it' : 'them'} in an older backup:\n  ${lacking.join('\n  ')}\n`,
  )
  io.err(`这份备份缺少数据库所指的 ${lacking.length} 个文件内容（备份时已缺失或损坏），请从更早的备份中找回。\n`)
  return true
}
