import type { Services } from '@dangjian/api/context'
import { readConfig, type Config } from '../config.ts'
import { openServices } from '../open-services.ts'
import type { CommandIo } from './command.ts'

/** Opens the installation that the environment names, for one command. */
export async function withServices<T>(
  io: CommandIo,
  work: (services: Services, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(io.env, io.folder)
  const services = openServices(config)
  try {
    return await work(services, config)
  } finally {
    await services.storage.close()
  }
}
