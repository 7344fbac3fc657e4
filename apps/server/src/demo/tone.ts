const RATE = 8000

/** A recording of some seconds of a soft, changing tone, as a WAV: stands for a spoken lesson in the demo. */
export function toneRecording(seconds: number): Uint8Array {
  const samples = Math.round(seconds * RATE)
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  // PCM, one channel, two bytes a sample.
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(RATE, 24)
  wav.writeUInt32LE(RATE * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(samples * 2, 40)
  for (let n = 0; n < samples; n += 1) {
    const at = n / RATE
    // Syllables of a third of a second, each with its own pitch.
    const pitch = 150 + 40 * Math.sin(Math.floor(at * 3) * 2.4)
    const swell = Math.sin(Math.PI * ((at * 3) % 1)) ** 2
    const wave =
      Math.sin(2 * Math.PI * pitch * at) +
      0.4 * Math.sin(4 * Math.PI * pitch * at) +
      0.2 * Math.sin(6 * Math.PI * pitch * at)
    wav.writeInt16LE(Math.round(4200 * swell * wave), 44 + n * 2)
  }
  return wav
}
