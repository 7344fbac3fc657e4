import { openBackupFolder } from '../backup/backup-folder.ts'
import { readBackupKey } from '../backup/backup-key.ts'
import { readVerifiedManifest } from '../backup/manifest.ts'
import { oneFolder, type CliCommand } from './command.ts'
import { sayLacking } from './say-lacking.ts'

export const backupVerify: CliCommand = {
  name: 'backup verify',
  usage: 'DIR — reads a backup to its last byte and says whether it still is as it was written',
  async run(args, io) {
    const folder = await openBackupFolder(oneFolder(args, io), readBackupKey(io.env, io.folder))
    const manifest = await readVerifiedManifest(folder)
    const kept = Object.keys(manifest.files).length
    const state = manifest.lacking?.length ? 'as it was written, but was never whole' : 'whole'
    io.out(`The backup of ${manifest.takenAt} is ${state}: ${kept} files.\n`)
    return sayLacking(manifest, io) ? 1 : 0
  },
}
